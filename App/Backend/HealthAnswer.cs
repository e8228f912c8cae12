namespace LiveGridStudio.App.Backend;

/// <summary><c>{"status":"ticks flow"}</c></summary>
public sealed record HealthAnswer(string Status);
