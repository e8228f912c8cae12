namespace LiveGridStudio.Shared.Checking.Validation;

/// <summary>Keys of one widget or app that Workspace does not know. It warns of them and passes over them.</summary>
/// <param name="Name">The name of the widget or app, else its id, else <c>Unknown</c>.</param>
/// <param name="Keys">The keys, in the order of the document.</param>
/// <param name="MoreKeys">How many more there are than are listed.</param>
public sealed record UnrecognizedKeys(string Name, IReadOnlyList<string> Keys, int MoreKeys = 0);
