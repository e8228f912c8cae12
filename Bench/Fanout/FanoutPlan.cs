namespace LiveGridStudio.Bench.Fanout;

/// <summary>The load of a server and its duration.</summary>
/// <param name="Clients">Connections, each with a subscription of all symbols.</param>
/// <param name="Symbols">Symbols, whose ticks are spread evenly over time.</param>
/// <param name="Hertz">Ticks per second of each symbol.</param>
/// <param name="WarmUp">Traffic before the measurement, in which the runtime compiles what is hot.</param>
/// <param name="Measured">Traffic that counts.</param>
internal sealed record FanoutPlan(int Clients, int Symbols, double Hertz, TimeSpan WarmUp, TimeSpan Measured)
{
    public static string SymbolName(int index) => $"S{index:D3}";

    /// <summary>The message that each client sends after connecting.</summary>
    public static string Subscription(int symbols) =>
        $$$"""{"params":{"symbol":"{{{string.Join(',', Enumerable.Range(0, symbols).Select(SymbolName))}}}"}}""";
}
