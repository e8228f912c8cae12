namespace LiveGridStudio.App.Studio.Editor;

/// <summary>The sides of the inspector, in the order of their tabs; the names are the labels.</summary>
internal enum InspectorTab
{
    Definition,
    Columns,
    Workspace,
}
