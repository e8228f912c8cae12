using LiveGridStudio.Shared.Grid.Model;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.Shared.Checking.FeedLint;

/// <summary>One item of a message, and what became of it.</summary>
internal readonly record struct FeedOutcome(JsValue Item, MessageOutcome Outcome);
