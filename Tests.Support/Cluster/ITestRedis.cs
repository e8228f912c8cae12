namespace LiveGridStudio.Tests.Support.Cluster;

/// <summary>A Redis of a test's own, on a free port of the loopback address, that can be taken away and come back.</summary>
internal interface ITestRedis : IAsyncDisposable
{
    /// <value>As <c>Cluster:Redis</c> has it.</value>
    string Address { get; }

    /// <summary>Takes it away as a crash does. What was in it is gone.</summary>
    Task StopAsync();

    /// <summary>Brings it back, empty, at the same address.</summary>
    Task StartAsync();
}
