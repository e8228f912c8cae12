namespace LiveGridStudio.App.Check;

internal static class CheckRoutes
{
    public const string Validate = "/api/validate";
    public const string Preview = "/api/preview";
}
