namespace LiveGridStudio.App.Hosting;

/// <summary>Words the message for settings outside their range.</summary>
internal static class SettingRange
{
    /// <summary>Adds a failure that names the key, the range and the value.</summary>
    public static void Require<T>(List<string> failures, string key, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            failures.Add($"{key} must be between {least} and {most}, but is {value}.");
        }
    }
}
