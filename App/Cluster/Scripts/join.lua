-- Says which life of the table this is, and begins a new one when the table is new or has lost what this host knows.
-- KEYS: meta. ARGV: id of a new life, newest version and sequence that the host knows, its clock in microseconds, the source that has
-- ended as the host knows, or ''.
-- A new life begins at the clock: its versions and sequences are above those of every life before, whoever knows them.
-- Answer: incarnation, version, the source that has ended.
local function text(number) return string.format('%.0f', number) end
local meta = redis.call('HMGET', KEYS[1], 'incarnation', 'version', 'sequence', 'ended')
local version, sequence = tonumber(meta[2] or '0'), tonumber(meta[3] or '0')
local known, place, now = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local incarnation, ended = meta[1], meta[4]
if not incarnation or version < known then
  incarnation = ARGV[1]
  version, sequence = math.max(version, known + 1, now), math.max(sequence, now)
end
sequence = math.max(sequence, place)
if not ended or ended == '' then ended = ARGV[5] end
redis.call('HSET', KEYS[1], 'incarnation', incarnation, 'version', text(version), 'sequence', text(sequence), 'ended', ended)
return {incarnation, text(version), ended}
