-- Remembers, for the life of the table, that its source has come to its end, and gives the lease back.
-- KEYS: meta, lease. ARGV: lease token, the source. Answer: 1; or 0 when another host has the lease.
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'ended', ARGV[2])
redis.call('DEL', KEYS[2])
return 1
