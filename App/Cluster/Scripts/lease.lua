-- Takes, keeps or gives back the right to run a table's source.
-- KEYS: lease. ARGV: token, milliseconds; 0 milliseconds give it back. Answer: the token of whoever has it now, or ''.
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return holder end
if ARGV[2] == '0' then
  redis.call('DEL', KEYS[1])
  return ''
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
