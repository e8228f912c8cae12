-- Brings rows that this host has and the table has lost, or never had. A newer row of the table stays.
-- KEYS: rows, meta, order. ARGV: channel, incarnation, rows at most, rows kept by a table that appends or '0',
--       then for each row: id, version or '0' for one that no version is known of, sequence or '0' for a new one, key, cells.
-- A row keeps its version, so that of what several hosts bring the newest state stays, in any order.
-- Answer: version; or 'incarnation'.
local US, RS, GS = '\31', '\30', '\29'
local function text(number) return string.format('%.0f', number) end
local meta = redis.call('HMGET', KEYS[2], 'incarnation', 'version', 'sequence')
if meta[1] ~= ARGV[2] then return {'incarnation'} end
local first, sequence, most, keep = tonumber(meta[2]), tonumber(meta[3]), tonumber(ARGV[3]), tonumber(ARGV[4])
local version, changes = first, {}
local count = redis.call('HLEN', KEYS[1])
for i = 5, #ARGV, 5 do
  local id, place = ARGV[i], ARGV[i + 2]
  local old = redis.call('HGET', KEYS[1], id)
  if (old and keep == 0 and tonumber(string.match(old, '^%d+')) < tonumber(ARGV[i + 1])) or (not old and (keep > 0 or count < most)) then
    if old then
      place = string.match(old, '^%d+\31(%d+)')
    elseif place == '0' then
      sequence = sequence + 1
      place = text(sequence)
    end
    version = version + 1
    local row = (ARGV[i + 1] == '0' and text(version) or ARGV[i + 1]) .. US .. place .. US .. ARGV[i + 3] .. RS .. ARGV[i + 4]
    redis.call('HSET', KEYS[1], id, row)
    if keep > 0 then redis.call('ZADD', KEYS[3], place, id) end
    if not old then count = count + 1 end
    changes[#changes + 1] = GS .. '+' .. id .. RS .. row
  end
end
if keep > 0 and count > keep then
  for _, id in ipairs(redis.call('ZRANGE', KEYS[3], 0, count - keep - 1)) do
    redis.call('HDEL', KEYS[1], id)
    redis.call('ZREM', KEYS[3], id)
  end
end
if version > first then
  redis.call('HSET', KEYS[2], 'version', text(version), 'sequence', text(sequence))
  redis.call('PUBLISH', ARGV[1], ARGV[2] .. GS .. meta[2] .. GS .. text(version) .. table.concat(changes))
end
return {text(version)}
