using LiveGridStudio.Tests.E2E.Support;

namespace LiveGridStudio.Tests.E2E;

/// <summary>Over servers that come with the tests.</summary>
public sealed class LibraryClusterJourney(BrowserFixture browser, LibraryClusterFixture cluster)
    : ClusterJourney(browser, cluster), IClassFixture<LibraryClusterFixture>;
