-- Brings rows that this host has and the table has lost, or never had. A newer row of the table stays.
-- KEYS: rows, meta. ARGV: channel, incarnation, then for each row: id, version, sequence or '0' for a new one, key, cells.
-- Answer: version; or 'incarnation'.
local US, RS, GS = '\31', '\30', '\29'
local meta = redis.call('HMGET', KEYS[2], 'incarnation', 'version', 'sequence')
if meta[1] ~= ARGV[2] then return {'incarnation'} end
local first, sequence = tonumber(meta[2]), tonumber(meta[3])
local version, changes = first, {}
for i = 3, #ARGV, 5 do
  local id, place = ARGV[i], ARGV[i + 2]
  local old = redis.call('HGET', KEYS[1], id)
  if not old or tonumber(string.match(old, '^%d+')) < tonumber(ARGV[i + 1]) then
    if place == '0' then
      sequence = sequence + 1
      place = string.format('%.0f', sequence)
    end
    version = version + 1
    local row = string.format('%.0f', version) .. US .. place .. US .. ARGV[i + 3] .. RS .. ARGV[i + 4]
    redis.call('HSET', KEYS[1], id, row)
    changes[#changes + 1] = GS .. '+' .. id .. RS .. row
  end
end
local newest = string.format('%.0f', version)
if version > first then
  redis.call('HSET', KEYS[2], 'version', newest, 'sequence', string.format('%.0f', sequence))
  redis.call('PUBLISH', ARGV[1], ARGV[2] .. GS .. meta[2] .. GS .. newest .. table.concat(changes))
end
return {newest}
