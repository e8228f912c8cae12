-- Says which life of the table this is, and begins a new one when the table is new or has lost what this host knows.
-- KEYS: meta. ARGV: id of a new life, newest version and sequence that the host knows.
-- A new life begins a million versions later, so that whatever is written in it is newer than anything any host may know.
-- Answer: incarnation, version, sequence.
local meta = redis.call('HMGET', KEYS[1], 'incarnation', 'version', 'sequence')
local version, sequence = tonumber(meta[2] or '0'), tonumber(meta[3] or '0')
local known, place = tonumber(ARGV[2]), tonumber(ARGV[3])
if meta[1] and version >= known then
  return {meta[1], string.format('%.0f', version), string.format('%.0f', sequence)}
end
if known > 0 then version = math.max(version, known) + 1000000 end
sequence = math.max(sequence, place)
local answer = {ARGV[1], string.format('%.0f', version), string.format('%.0f', sequence)}
redis.call('HSET', KEYS[1], 'incarnation', answer[1], 'version', answer[2], 'sequence', answer[3])
return answer
