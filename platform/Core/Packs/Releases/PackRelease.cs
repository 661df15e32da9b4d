using Platform.Core.Data;

namespace Platform.Core.Packs;

/// <summary>A stored snapshot of a pack, without its content.</summary>
public sealed record PackRelease
{
    /// <summary>From 1, counted up with every new content.</summary>
    public required long Number { get; init; }

    /// <summary>Subject of its audit rows.</summary>
    public required Guid ReleaseId { get; init; }

    /// <summary>SHA-256 over all files, see <see cref="PackArchive.Digest"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>Name of the topmost pack.</summary>
    public required string Name { get; init; }

    /// <summary>The version its <c>pack.yaml</c> says.</summary>
    public required string Version { get; init; }

    /// <summary>When it was first stored.</summary>
    public required Instant CreatedAt { get; init; }
}

/// <summary>That a release was made live.</summary>
public sealed record PackActivation
{
    /// <summary>From 1, counted up; going back is an activation too.</summary>
    public required long N { get; init; }

    /// <summary>The release's number.</summary>
    public required long Number { get; init; }
}
