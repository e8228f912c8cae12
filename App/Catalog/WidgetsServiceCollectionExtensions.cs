namespace LiveGridStudio.App.Catalog;

public static class WidgetsServiceCollectionExtensions
{
    /// <summary>Adds the catalog of the host's own documents.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="hostFolder">The folder that is searched after the working directory.</param>
    public static IServiceCollection AddWidgets(this IServiceCollection services, string hostFolder)
    {
        services.AddOptions<WidgetOptions>().BindConfiguration(WidgetOptions.SectionName)
            .Configure(options => options.HostFolder = hostFolder)
            .Validate(static options => !string.IsNullOrWhiteSpace(options.Path), "Widgets:Path must be the path of a file.")
            .Validate(static options => !string.IsNullOrWhiteSpace(options.AppsPath), "Widgets:AppsPath must be the path of a file.")
            .ValidateOnStart();
        services.AddSingleton<WidgetCatalog>();
        services.AddSingleton<CatalogWriter>();
        services.AddHostedService<CatalogWatcher>();
        return services;
    }
}
