namespace LiveGridStudio.Shared.Tables;

/// <summary>The live tables of the settings, section <c>Tables</c>: name to shape. The built-in quotes need none.</summary>
public sealed class TablesOptions : Dictionary<string, TableOptions>
{
    public const string SectionName = "Tables";

    public TablesOptions()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }
}
