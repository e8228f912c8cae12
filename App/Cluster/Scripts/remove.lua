-- Takes a row out and announces it.
-- KEYS: rows, meta. ARGV: channel, incarnation, id. Answer: 1 and the version, or 0 when it is not there; or 'incarnation'.
local GS, RS = '\29', '\30'
local meta = redis.call('HMGET', KEYS[2], 'incarnation', 'version')
if meta[1] ~= ARGV[2] then return {'incarnation'} end
if redis.call('HDEL', KEYS[1], ARGV[3]) == 0 then return {0} end
local version = string.format('%.0f', tonumber(meta[2]) + 1)
redis.call('HSET', KEYS[2], 'version', version)
redis.call('PUBLISH', ARGV[1], ARGV[2] .. GS .. meta[2] .. GS .. version .. GS .. '-' .. ARGV[3] .. RS .. version)
return {1, version}
