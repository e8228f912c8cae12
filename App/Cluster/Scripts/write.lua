-- Merges rows into a table and announces what has changed, in one step.
-- KEYS: rows, meta, lease, order
-- ARGV: channel, incarnation, lease token or '', rows at most, columns at most, rows kept by a table that appends or '0',
--       bytes of a row at most, then for each row: id, key values, cells.
-- A stored row is "version US sequence US key RS" and then "name US value RS" for each cell: US and RS cannot be in JSON.
-- Answer: version, then for each row 1 applied, 2 unchanged, 3 full, 4 other key values, 5 too many columns, 6 too long; or one text:
-- 'incarnation' when the caller must read the table anew, 'lease' when it may write no more.
local US, RS, GS = '\31', '\30', '\29'
local meta = redis.call('HMGET', KEYS[2], 'incarnation', 'version', 'sequence')
if meta[1] ~= ARGV[2] then return {'incarnation'} end
if ARGV[3] ~= '' and redis.call('GET', KEYS[3]) ~= ARGV[3] then return {'lease'} end

local function text(number) return string.format('%.0f', number) end

local first, sequence = tonumber(meta[2]), tonumber(meta[3])
local version = first
local most, columns, keep, longest = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local count = redis.call('HLEN', KEYS[1])
local results, changes = {}, {}

local function put(id, place, key, cells)
  version = version + 1
  local row = text(version) .. US .. place .. US .. key .. RS .. cells
  redis.call('HSET', KEYS[1], id, row)
  changes[#changes + 1] = GS .. '+' .. id .. RS .. row
  results[#results + 1] = 1
end

local function merge(id, old, key, cells)
  local head = string.find(old, RS, 1, true)
  local place, known = string.match(string.sub(old, 1, head - 1), '^%d+\31(%d+)\31(.*)$')
  if known ~= key then results[#results + 1] = 4 return end
  local given, names = {}, {}
  for name, value in string.gmatch(cells, '([^\31]*)\31([^\30]*)\30') do
    given[name] = value
    names[#names + 1] = name
  end
  local merged, changed = {}, false
  for name, value in string.gmatch(string.sub(old, head + 1), '([^\31]*)\31([^\30]*)\30') do
    local new = given[name]
    if new then
      changed = changed or new ~= value
      value = new
      given[name] = nil
    end
    merged[#merged + 1] = name .. US .. value .. RS
  end
  for _, name in ipairs(names) do
    if given[name] then
      changed = true
      merged[#merged + 1] = name .. US .. given[name] .. RS
    end
  end
  if not changed then results[#results + 1] = 2 return end
  if #merged > columns then results[#results + 1] = 5 return end
  merged = table.concat(merged)
  if #merged > longest then results[#results + 1] = 6 return end
  put(id, place, key, merged)
end

for i = 8, #ARGV, 3 do
  local id, key, cells = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  if #cells > longest then
    results[#results + 1] = 6
  elseif keep > 0 then
    sequence = sequence + 1
    put(text(sequence), text(sequence), '', cells)
    redis.call('ZADD', KEYS[4], text(sequence), text(sequence))
    count = count + 1
  else
    local old = redis.call('HGET', KEYS[1], id)
    if old then
      merge(id, old, key, cells)
    elseif count >= most then
      results[#results + 1] = 3
    else
      sequence = sequence + 1
      count = count + 1
      put(id, text(sequence), key, cells)
    end
  end
end

-- Oldest rows of a table that appends. More than were written, when it kept more before.
if keep > 0 and count > keep then
  for _, id in ipairs(redis.call('ZRANGE', KEYS[4], 0, count - keep - 1)) do
    redis.call('HDEL', KEYS[1], id)
    redis.call('ZREM', KEYS[4], id)
  end
end

if version > first then
  redis.call('HSET', KEYS[2], 'version', text(version), 'sequence', text(sequence))
  redis.call('PUBLISH', ARGV[1], ARGV[2] .. GS .. text(first) .. GS .. text(version) .. table.concat(changes))
end
table.insert(results, 1, text(version))
return results
