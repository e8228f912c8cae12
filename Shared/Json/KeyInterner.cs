using System.Text;

namespace LiveGridStudio.Shared.Json;

/// <summary>
/// Keeps key texts, so that a feed that sends the same keys thousands of times allocates each only once. Bounded: a new key replaces an
/// older one with the same hash. Not thread-safe.
/// </summary>
public sealed class KeyInterner
{
    private const int Slots = 256;
    private const int MaxBytes = 64;

    private readonly string?[] _names = new string?[Slots];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = 17u;
        foreach (var b in utf8)
        {
            hash = (hash * 31) + b;
        }

        ref var slot = ref _names[(hash ^ (hash >> 8)) % Slots];
        if (slot is { } name && Matches(name, utf8))
        {
            return name;
        }

        return slot = Encoding.UTF8.GetString(utf8);
    }

    private static bool Matches(string name, ReadOnlySpan<byte> utf8)
    {
        if (name.Length != utf8.Length)
        {
            return false;
        }

        for (var i = 0; i < utf8.Length; i++)
        {
            if (name[i] != utf8[i] || utf8[i] > 0x7F)
            {
                return false;
            }
        }

        return true;
    }
}
