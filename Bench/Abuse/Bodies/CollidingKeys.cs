using System.Numerics;
using System.Text;

namespace LiveGridStudio.Bench.Abuse.Bodies;

/// <summary>
/// Keys with the same hash under the runtime's unseeded hash, which its string tables use first. That hash reads four characters at a time,
/// the first two into one half of its state and the other two into the other half. Of two pairs for the first half, the second one can undo
/// the first, whatever that was, so each block of eight characters has many forms that lead to the same state.
/// </summary>
internal static class CollidingKeys
{
    private const int Blocks = 5;
    private const int Forms = 12;
    private const uint Start = (5381 << 16) + 5381;

    private static readonly string[][] Parts = Find();

    /// <summary>The key of an index; there are <see cref="Forms"/> to the power of <see cref="Blocks"/> different ones.</summary>
    public static string Key(int index)
    {
        var key = new StringBuilder();
        for (var block = 0; block < Blocks; block++)
        {
            key.Append(Parts[block][index % Forms]);
            index /= Forms;
        }

        return key.ToString();
    }

    private static string[][] Find()
    {
        var parts = new string[Blocks][];
        var state = Start;
        for (var block = 0; block < Blocks; block++)
        {
            parts[block] = FindForms(ref state);
        }

        return parts;
    }

    private static string[] FindForms(ref uint state)
    {
        var forms = new List<string>();
        var random = new Random(11);
        // All forms end in the state of the first one; many others would need invalid characters.
        uint? end = null;
        while (forms.Count < Forms)
        {
            var first = Pair((char)random.Next('a', 'z'), (char)random.Next('a', 'z'));
            var middle = Mix(Mix(state) ^ first);
            var second = end is { } wanted ? wanted ^ middle : Pair('m', 'm');
            var form = $"{Text(first)}zz{Text(second)}zz";
            if (IsText(second) && !forms.Contains(form))
            {
                end ??= middle ^ second;
                forms.Add(form);
            }
        }

        state = end!.Value;
        return [.. forms];
    }

    private static uint Mix(uint state) => BitOperations.RotateLeft(state, 5) + state;

    private static uint Pair(char low, char high) => low | ((uint)high << 16);

    private static string Text(uint pair) => $"{(char)pair}{(char)(pair >> 16)}";

    private static bool IsText(uint pair) => Text(pair).All(static c => c > ' ' && c is not ('"' or '\\' or '\x7f') && !char.IsSurrogate(c));
}
