using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Exports;
using Platform.Core.Jobs;
using Platform.Core.Modules.Forms;
using Platform.Core.Outbox;
using Platform.Core.Packs;

namespace Platform.Core.Modules;

/// <summary>An entry of a menu.</summary>
/// <param name="Place">One of <see cref="MenuPlaces"/>.</param>
/// <param name="Title">The text's English source; translated where it is shown.</param>
/// <param name="Path">Path within a language, as <c>/desk</c>.</param>
/// <param name="Permission">Shown only to those who have it; null: to everybody.</param>
/// <param name="Order">Smaller stands first.</param>
public sealed record MenuEntry(string Place, string Title, string Path, string? Permission, int Order);

/// <summary>Where a menu entry stands.</summary>
public static class MenuPlaces
{
    /// <summary>On public pages. These are the same bytes for everybody, so no permission applies.</summary>
    public const string Public = "public";

    /// <summary>At the foot of every page, after the pack's own pages. For everybody, so no permission applies.</summary>
    public const string Footer = "footer";

    /// <summary>Not seen: a feed that public pages name to programs that follow it. For everybody, so no permission applies.</summary>
    public const string Feed = "feed";

    /// <summary>For a signed-in person.</summary>
    public const string Account = "account";

    /// <summary>On the page of a person's account, among what can be changed there.</summary>
    public const string Settings = "settings";

    /// <summary>For officials.</summary>
    public const string Desk = "desk";
}

/// <summary>The verbs of the module contract.</summary>
public sealed class ModuleBuilder
{
    private readonly IConfiguration configuration;
    private readonly OutboxRoutes routes;
    private readonly PackSchema schema;
    private readonly string name;

    internal ModuleBuilder(string name, IServiceCollection services, IConfiguration configuration, OutboxRoutes routes, PackSchema schema)
    {
        (this.name, Services, this.configuration, this.routes, this.schema) = (name, services, configuration, routes, schema);
    }

    public IServiceCollection Services { get; }

    internal List<string> Permissions { get; } = [];

    internal List<string> InstancePermissions { get; } = [];

    internal List<MenuEntry> MenuEntries { get; } = [];

    internal List<Action<RouteGroupBuilder>> Endpoints { get; } = [];

    internal List<ExportTable> Exports { get; } = [];

    internal List<NotExported> Left { get; } = [];

    /// <summary>Settings below <c>Modules:{name}</c>, bound and checked by their annotations at start: a bad value stops the host.</summary>
    public void Options<T>() where T : class =>
        Services.AddOptions<T>().Bind(configuration.GetSection($"Modules:{name}")).ValidateDataAnnotations().ValidateOnStart();

    /// <summary>
    /// Declares a permission, named <c>{module}.{verb}</c>. Who has it says the pack's <c>roles.yaml</c>. It opens the door to whoever holds it
    /// in any office: what is behind asks again for which.
    /// </summary>
    public void Permission(string permission)
    {
        if (!permission.StartsWith(name + '.', StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The permission '{permission}' of module '{name}' must be named '{name}.…'.");
        }

        Permissions.Add(permission);
        schema.Permission(permission);
    }

    /// <summary>
    /// Declares a permission over what belongs to no organization, such as whom the whole portal calls. Only a grant for every organization
    /// and area gives it: one that holds in an office opens nothing.
    /// </summary>
    public void InstancePermission(string permission)
    {
        Permission(permission);
        InstancePermissions.Add(permission);
    }

    /// <summary>Owns the key <paramref name="key"/> of <c>services/*.yaml</c>. Sections are read in the order of the modules, so one may look at those before it.</summary>
    /// <param name="version">Raised when the shape of the section changes.</param>
    public void Section<T>(string key, int version = 1) where T : class, IPackSection<T> => schema.Section<T>(key, name, version);

    /// <summary>Says which icons packs may name.</summary>
    public void Icons(Func<IReadOnlyCollection<string>> names) => schema.IconsOf(names);

    /// <summary>Adds a question type that forms may name.</summary>
    public void Question<T>(string type) where T : Question, IQuestion<T> => schema.Question<T>(type);

    /// <summary>Adds a root that expressions and <c>prefill</c> may read.</summary>
    public void Fact<T>(string root) where T : class, IFact
    {
        Services.AddScoped<T>();
        schema.Fact<T>(root);
    }

    /// <summary>Adds a verb that workflows may <c>do</c>.</summary>
    public void Action<T>(string verb) where T : class, IWorkflowAction<T> => schema.Action<T>(verb);

    /// <summary>Calls <typeparamref name="THandler"/> for every published <typeparamref name="TMessage"/>: after commit, at least once.</summary>
    public void On<TMessage, THandler>() where TMessage : notnull where THandler : class, IHandle<TMessage>
    {
        Services.AddScoped<THandler>();
        routes.Add(new OutboxRoute($"{name}.{typeof(THandler).Name}", typeof(TMessage), async (services, body, cancellationToken) =>
        {
            var message = JsonSerializer.Deserialize<TMessage>(body) ?? throw new JsonException($"An empty {typeof(TMessage).Name}.");
            await services.GetRequiredService<THandler>().HandleAsync(message, cancellationToken);
        }));
    }

    // PostConfigure: Razor Pages begins with a new collection of conventions, and would forget what was said before it is added.

    /// <summary>Everything under this Razor Pages folder needs the permission.</summary>
    public void Pages(string folder, string permission) =>
        Services.PostConfigure<RazorPagesOptions>(o => o.Conventions.AuthorizeFolder(folder, permission));

    /// <summary>Everything under this Razor Pages folder needs somebody signed in; the pages show only what is theirs.</summary>
    public void OwnPages(string folder) =>
        Services.PostConfigure<RazorPagesOptions>(o => o.Conventions.AuthorizeFolder(folder));

    /// <summary>Everything under this Razor Pages folder is for everybody. Listed in the reviewed list of public endpoints.</summary>
    public void OpenPages(string folder) =>
        Services.PostConfigure<RazorPagesOptions>(o => o.Conventions.AllowAnonymousToFolder(folder));

    /// <summary>Maps endpoints below <c>/api/v1/{module}</c>. Each declares its permission or that it is public.</summary>
    public void Api(Action<RouteGroupBuilder> map) => Endpoints.Add(map);

    /// <inheritdoc cref="MenuEntry"/>
    public void Menu(string place, string title, string path, string? permission = null, int order = 100) =>
        MenuEntries.Add(new(place, title, path, permission, order));

    /// <summary>The table goes into the export of everything (<c>egov data export</c>). Each table of a module is either here or in <see cref="NotExported"/>.</summary>
    /// <param name="title">What a row is, in one sentence.</param>
    /// <param name="words">A line for each column whose name does not say it: <c>column: what it holds</c>.</param>
    public ExportTable Export(string table, string title, string words = "")
    {
        var export = new ExportTable(table, title, words);
        Exports.Add(export);
        return export;
    }

    /// <summary>The table stays out of the export of everything.</summary>
    /// <param name="reason">Why nobody misses it elsewhere.</param>
    public void NotExported(string table, string reason) => Left.Add(new(table, reason));

    /// <summary>Runs <typeparamref name="T"/> in one process at a time, at this interval.</summary>
    public void Job<T>(TimeSpan every) where T : class, IJob
    {
        Services.AddScoped<T>();
        Services.AddSingleton(new JobDefinition($"{name}.{typeof(T).Name}", typeof(T), every));
    }
}
