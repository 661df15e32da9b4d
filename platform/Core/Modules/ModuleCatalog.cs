using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Exports;
using Platform.Core.Outbox;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;

namespace Platform.Core.Modules;

/// <summary>What an installed module declared.</summary>
public sealed record InstalledModule(
    string Name,
    Assembly Assembly,
    IReadOnlyList<string> DependsOn,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<MenuEntry> MenuEntries,
    IReadOnlyList<Action<RouteGroupBuilder>> Endpoints)
{
    /// <summary>Its tables in the export of everything.</summary>
    public IReadOnlyList<ExportTable> Exports { get; init; } = [];

    /// <summary>Its tables that stay out of it.</summary>
    public IReadOnlyList<NotExported> NotExported { get; init; } = [];

    /// <summary>Those of <see cref="Permissions"/> that only a grant for every organization and area gives.</summary>
    public IReadOnlyList<string> InstancePermissions { get; init; } = [];
}

/// <summary>The modules of this instance, in the host's order.</summary>
public sealed record ModuleCatalog(IReadOnlyList<InstalledModule> Modules)
{
    private readonly HashSet<string> instancePermissions = [.. Modules.SelectMany(m => m.InstancePermissions)];

    /// <summary>What the modules add to packs.</summary>
    public PackSchema Schema { get; init; } = new();

    public IEnumerable<string> Permissions => Modules.SelectMany(m => m.Permissions);

    /// <summary>Whether a door with this permission opens at all: for what belongs to an organization, where it is held in any.</summary>
    public bool Admits(Viewer viewer, string permission)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return instancePermissions.Contains(permission) ? viewer.May(permission, Grant.AnyOrganization, null) : viewer.May(permission);
    }

    /// <summary>The entries of the modules that the pack has on.</summary>
    /// <param name="pack">Null while none is live: of all modules.</param>
    public IEnumerable<MenuEntry> Menu(string place, Pack? pack) =>
        Modules.Where(m => pack?.Has(m.Name) ?? true).SelectMany(m => m.MenuEntries).Where(e => e.Place == place).OrderBy(e => e.Order);

    /// <summary>Core's migrations, then each module's.</summary>
    public IEnumerable<(string Name, Assembly Assembly)> Migrations =>
        Modules.Select(m => (m.Name, m.Assembly)).Prepend(("platform", typeof(ModuleCatalog).Assembly));
}

/// <summary>Marks an endpoint as owned by a module. Where the pack has the module off, it is not there.</summary>
public sealed record ModuleTag(string Name);

/// <summary>Marks the pages of modules.</summary>
internal sealed class ModulePages(ModuleCatalog catalog) : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (catalog.Modules.FirstOrDefault(m => m.Assembly == model.HandlerType.Assembly) is { } module)
        {
            model.EndpointMetadata.Add(new ModuleTag(module.Name));
        }
    }
}

/// <summary>Puts the modules of a build together.</summary>
public static class ModuleRegistration
{
    /// <summary>
    /// Configures the modules in this order and registers the catalog. A module that is left out leaves no page, endpoint, menu entry, handler or job;
    /// one that the pack has off leaves no page, endpoint, menu entry or job.
    /// </summary>
    /// <exception cref="InvalidOperationException">Two modules share a name, or one stands before what it depends on.</exception>
    public static ModuleCatalog AddModules(this IServiceCollection services, IConfiguration configuration, IEnumerable<PlatformModule> modules)
    {
        var routes = new OutboxRoutes();
        var schema = new PackSchema();
        var installed = new List<InstalledModule>();
        foreach (var module in modules)
        {
            Check(module, installed);
            var builder = new ModuleBuilder(module.Name, services, configuration, routes, Named(schema, module));
            module.Configure(builder);
            installed.Add(new(module.Name, module.GetType().Assembly, module.DependsOn, builder.Permissions, builder.MenuEntries, builder.Endpoints) { InstancePermissions = builder.InstancePermissions, Exports = builder.Exports, NotExported = builder.Left });
        }

        var catalog = new ModuleCatalog(installed) { Schema = schema };
        services.AddSingleton(catalog).AddSingleton(routes).AddSingleton(new CarriedTexts(installed.Select(m => m.Assembly)));
        services.PostConfigure<RazorPagesOptions>(o => o.Conventions.Add(new ModulePages(catalog)));
        return catalog;
    }

    /// <summary>Lets MVC find the pages of these assemblies and of the installed modules, whatever program they run in, and of no other module.</summary>
    public static void UseModules(this ApplicationPartManager parts, ModuleCatalog catalog, params IEnumerable<Assembly> others)
    {
        parts.ApplicationParts.Clear();
        foreach (var assembly in others.Concat(catalog.Modules.Select(m => m.Assembly)))
        {
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
            {
                parts.ApplicationParts.Add(part);
            }
        }
    }

    /// <summary>Behind routing: what belongs to a module that the pack has off is not there, for nobody.</summary>
    public static IApplicationBuilder UseModulesOfPack(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ModuleTag>() is { } tag && !context.RequestServices.GetRequiredService<ActivePack>().Current.Pack.Has(tag.Name))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    });

    // Answers are text; files come through pages. An endpoint that takes more says so itself.
    private const long LargestBody = 1 << 20;

    public static void MapModules(this IEndpointRouteBuilder endpoints)
    {
        foreach (var module in endpoints.ServiceProvider.GetRequiredService<ModuleCatalog>().Modules)
        {
            var group = endpoints.MapGroup($"/api/v1/{module.Name}").WithTags(module.Name).WithMetadata(new ModuleTag(module.Name), new RequestSizeLimitAttribute(LargestBody));
            foreach (var map in module.Endpoints)
            {
                map(group);
            }
        }
    }

    private static PackSchema Named(PackSchema schema, PlatformModule module) =>
        module is PlatformConnector ? schema.Connector(module.Name) : schema.Module(module.Name, module.DependsOn);

    private static void Check(PlatformModule module, List<InstalledModule> before)
    {
        if (!module.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
        {
            throw new InvalidOperationException($"The module's name '{module.Name}' has other characters than small letters and digits; it is the prefix of its tables and of its API.");
        }

        if (before.Exists(m => m.Name == module.Name))
        {
            throw new InvalidOperationException($"Two modules are named '{module.Name}', which is the prefix of their tables and addresses: rename one, or list one only.");
        }

        if (module.DependsOn.FirstOrDefault(needed => !before.Exists(m => m.Name == needed)) is { } missing)
        {
            throw new InvalidOperationException($"The module '{module.Name}' needs '{missing}'. List '{missing}' before it in Modules.cs, and in the pack's modules.");
        }
    }
}
