namespace LiveGridStudio.App.Hosting.Headers;

/// <summary>Who may frame the pages that are <see cref="FramedAttribute"/>; the others are framed by the host's own pages only.</summary>
/// <param name="Ancestors">Sources of <c>frame-ancestors</c>, separated by blanks.</param>
internal sealed record FramePolicy(string Ancestors);

/// <summary>A page that is made to be framed.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FramedAttribute : Attribute;
