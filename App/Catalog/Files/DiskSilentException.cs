namespace LiveGridStudio.App.Catalog.Files;

/// <summary>Thrown when a disk has not answered within <see cref="DiskCalls.Limit"/>.</summary>
internal sealed class DiskSilentException() : IOException($"it did not answer within {DiskCalls.Limit.TotalSeconds:0} s.");
