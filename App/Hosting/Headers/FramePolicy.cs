namespace LiveGridStudio.App.Hosting.Headers;

/// <summary>Who may frame the pages with <see cref="FramedAttribute"/>; only the host's own pages may frame the others.</summary>
/// <param name="Ancestors">Sources of <c>frame-ancestors</c>, separated by blanks.</param>
internal sealed record FramePolicy(string Ancestors);

/// <summary>Marks a page that is intended for frames.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FramedAttribute : Attribute;
