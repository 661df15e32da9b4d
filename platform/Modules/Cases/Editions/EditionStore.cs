using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Platform.Core.Data;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Editions;

/// <summary>A service as it stood when a case was filed, with the pack it belongs to.</summary>
/// <param name="Release">The number of the release that holds it.</param>
public sealed record CaseDefinition(Edition Edition, Pack Pack, ServiceDefinition Service, long Release)
{
    private readonly ConcurrentDictionary<string, bool> mentioned = new();

    /// <summary>A case was filed under it and committed, so that its text is in the database for ever.</summary>
    internal bool IsStored { get; set; }

    /// <summary>The query that names a local variant's area in addresses of its pages; empty for the whole country.</summary>
    internal string InArea => Service.Area is { } area ? $"?area={Uri.EscapeDataString(area)}" : "";

    /// <summary>Whether the word stands anywhere in the definition. Where it does not, no expression reads it.</summary>
    public bool Mentions(string word) => mentioned.GetOrAdd(word, w => Regex.IsMatch(Edition.Content, $@"\b{Regex.Escape(w)}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));
}

/// <summary>
/// Finds the definition of a case: the live one for a draft, for a submitted case the one it was submitted under, which may be a local variant's.
/// An edition names the release that holds it, and releases are kept for ever.
/// </summary>
public sealed class EditionStore(Db db, ActivePack active, PackReleaseStore releases, PackLoader loader)
{
    private readonly ConcurrentDictionary<string, Stored> stored = new();
    private readonly OldReleases old = new(releases, loader);
    private volatile LiveDefinitions live = new(0);

    /// <summary>The service as it is now; null where the pack does not have it (any more).</summary>
    /// <param name="area">Code of the place where it is wanted: the nearest local variant, else the national service. Null: the national service.</param>
    public CaseDefinition? Live(string service, string? area = null)
    {
        var release = active.Current;
        var known = live.Release == release.Number ? live : live = new(release.Number);
        return release.Pack.Services.Find(service, area is null ? null : release.Pack.Areas.Find(area)) is { } found
            ? known.Of.GetOrAdd((service, found.Area), _ => new(Edition.Of(release.Pack, found), release.Pack, found, release.Number))
            : null;
    }

    /// <summary>The definition that holds for a case.</summary>
    public async Task<CaseDefinition> OfAsync(CaseRow found, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found.Edition is not { } edition)
        {
            return Live(found.Service, found.Area) ?? throw new Core.Modules.Forms.RuleException("This service is no longer offered.");
        }

        if (Live(found.Service, found.Area) is { } current && current.Edition.Id == edition)
        {
            return current;
        }

        var where = stored.TryGetValue(edition, out var known) ? known : stored.GetOrAdd(edition, await WhereAsync(edition, cancellationToken));
        return (await old.OfAsync(where.Release)).Definition(edition, found.Service, where.Area);
    }

    /// <summary>Stores the edition with the first case filed under it; this process does so once, and other processes do so too.</summary>
    internal static Act Keep(Act act, CaseDefinition definition) => definition.IsStored ? act : act.Do(
        """
        insert into cases_edition (edition, service, closure, stored_at, release) values (@Id, @ServiceId, @Content, @at, @Release)
        on conflict (edition) do nothing
        """,
        new { definition.Edition.Id, definition.Edition.ServiceId, definition.Edition.Content, definition.Release });

    private async Task<Stored> WhereAsync(string edition, CancellationToken cancellationToken)
    {
        var row = (await db.ReadAsync<Row>("select release, closure from cases_edition where edition = @edition", new { edition }, cancellationToken)).Single();
        return new(row.Release, (string?)JsonNode.Parse(row.Closure)!["area"]);
    }

    private sealed record LiveDefinitions(long Release)
    {
        public ConcurrentDictionary<(string Service, string? Area), CaseDefinition> Of { get; } = new();
    }

    private sealed record Stored(long Release, string? Area);

    private sealed record Row
    {
        public long Release { get; init; }

        public required string Closure { get; init; }
    }
}
