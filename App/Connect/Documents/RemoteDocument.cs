using LiveGridStudio.Shared.Checking.Validation;
using LiveGridStudio.Shared.Json;

namespace LiveGridStudio.App.Connect.Documents;

/// <summary>One document of another backend.</summary>
/// <param name="Address">Where it came from, after redirects and without credentials.</param>
/// <param name="Bytes">Exactly what was answered.</param>
/// <param name="Value">The same as a value.</param>
/// <param name="Report">What Workspace would say to it.</param>
public sealed record RemoteDocument(Uri Address, ReadOnlyMemory<byte> Bytes, JsValue Value, ValidationReport Report);
