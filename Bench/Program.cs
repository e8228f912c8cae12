using System.CommandLine;
using LiveGridStudio.Bench.Abuse;
using LiveGridStudio.Bench.Circuits;
using LiveGridStudio.Bench.Circuits.Pages;
using LiveGridStudio.Bench.Cluster;
using LiveGridStudio.Bench.Collectors;
using LiveGridStudio.Bench.Fanout;
using LiveGridStudio.Bench.Fanout.Fleet;
using LiveGridStudio.Bench.Fanout.Server;
using LiveGridStudio.Bench.Hub;
using LiveGridStudio.Bench.Paint;
using LiveGridStudio.Bench.Reports;
using LiveGridStudio.Bench.Soak;
using LiveGridStudio.Bench.Start;
using LiveGridStudio.Bench.Tables;
using LiveGridStudio.Bench.Wide;

var root = new RootCommand("Measures Live Grid Studio. Each suite prints a table and takes minutes.")
{
    HubSuite.Command(),
    FanoutSuite.Command(),
    PaintSuite.Command(),
    WideSuite.Command(),
    GrowthSuite.Command(),
    CircuitsSuite.Command(),
    StartSuite.Command(),
    AbuseSuite.Command(),
    PushSuite.Command(),
    TablesSuite.Command(),
    ClusterSuite.Command(),
    // Parts of the suites that run in processes of their own.
    FleetProgram.Command(),
    PagesProgram.Command(),
    BareBroadcast.Command(),
};
root.Add(AllSuites.Command(root));
// Takes too long for a run of all suites.
root.Add(MemorySuite.Command());
root.Add(SoakSuite.Command());
return await root.Parse(args).InvokeAsync();
