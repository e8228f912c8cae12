using LiveGridStudio.App.Connect.Reach;
using LiveGridStudio.App.Connect.Reach.Policy;

namespace LiveGridStudio.App.Doctor.Parts;

/// <summary>Whether the backend answers at all, from where Workspace's page would ask.</summary>
internal static class ReachPart
{
    /// <summary>Judges the first answer, that of <c>widgets.json</c>.</summary>
    public static StepList Judge(DoctorVisit visit, DoctorAnswer first)
    {
        var steps = visit.Begin();
        var backend = visit.Request.Backend;
        var hasAnswer = first.Answer is not null || first.Status is not null
            || first.Fault!.Fault is ConnectFault.TooLarge or ConnectFault.BadContent;
        if (!hasAnswer)
        {
            steps.Fail("reach.address", $"The backend cannot be read. {first.Fault!.Message}", FixOf(first.Fault.Fault), first.Fault.Fault.ToString());
        }
        else
        {
            steps.Ok("reach.address", "The backend answers.", DoctorVisit.Words(first.Took));
        }

        AddMixed(steps, backend);
        if (!hasAnswer)
        {
            return steps;
        }

        if (backend.Scheme == Uri.UriSchemeHttps)
        {
            steps.Ok("reach.tls", "The TLS connection is trusted.");
        }

        AddRedirects(steps, first);
        if (first.Took > DoctorLimits.Slow)
        {
            steps.Warn("reach.time", "The backend is slow to answer: each widget waits as long.", "See what the first request waits for.", DoctorVisit.Words(first.Took));
        }

        return steps;
    }

    private static void AddMixed(StepList steps, Uri backend)
    {
        if (backend.Scheme == Uri.UriSchemeHttps)
        {
            return;
        }

        if (IsLoopback(backend))
        {
            steps.Ok("reach.mixed", "Plain http, on this machine: Chrome, Edge and Firefox let an https page read it; Safari does not.", backend.Scheme);
        }
        else
        {
            steps.Fail(
                "reach.mixed",
                "Plain http on another machine: Workspace is an https page, and a browser refuses to let it read this (mixed content).",
                "Serve the backend over https.",
                backend.Scheme);
        }
    }

    private static void AddRedirects(StepList steps, DoctorAnswer first)
    {
        if (first.Answer is not { Hops: { Count: > 1 } hops } answer)
        {
            return;
        }

        var leaves = !Origin.AreSame(hops[0].Address, answer.Address);
        steps.Warn(
            "reach.redirects",
            leaves
                ? $"widgets.json redirects to another origin, {Origin.Shown(Origin.Of(answer.Address))}: a browser then sends Origin: null, and no credentials of headers."
                : "widgets.json redirects: each request costs one more.",
            "Give Workspace the address that it redirects to.",
            $"{hops.Count - 1} redirect{(hops.Count == 2 ? "" : "s")}");
    }

    private static bool IsLoopback(Uri address) =>
        address.IsLoopback || address.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static string? FixOf(ConnectFault fault) => fault switch
    {
        ConnectFault.AddressRefused => "Allow the address in the settings: Connect:AllowedHosts.",
        ConnectFault.ConsentNeeded => "Allow the backend first.",
        ConnectFault.ConnectionRefused => "Start the backend, or look at the port.",
        ConnectFault.UnknownName => "Look at the spelling of the host's name.",
        ConnectFault.Tls => "Use a certificate that browsers trust for this name.",
        ConnectFault.Timeout => "See why the backend does not answer; Connect:Timeout says how long it is waited for.",
        ConnectFault.ConnectionLost => "See in the backend's log why it ends the connection.",
        _ => null,
    };
}
