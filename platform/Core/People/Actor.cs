using Platform.Core.Data;

namespace Platform.Core.People;

/// <summary>Who acts, for whom, and through which door. Both identities go into the audit row.</summary>
/// <param name="PersonId">The person at the keyboard; null for the platform itself and for anonymous filing.</param>
/// <param name="ForPersonId">The person acted for: somebody at the counter, a ward, a company's owner.</param>
/// <param name="Channel">One of <see cref="Channels"/>.</param>
public sealed record Actor(Guid? PersonId, Guid? ForPersonId, string Channel)
{
    /// <summary>The request that the act answers, where its sender may repeat it; see <see cref="Act.Once"/>.</summary>
    public RequestKey? Request { get; init; }

    /// <summary>Jobs, migrations, activation of releases.</summary>
    public static readonly Actor System = new(null, null, Channels.System);

    public static Actor Anonymous(string channel) => new(null, null, channel);
}

/// <summary>The doors through which acts come.</summary>
public static class Channels
{
    public const string Web = "web";
    public const string Counter = "counter";

    /// <summary>Typed in by a clerk from a paper that the applicant filled in.</summary>
    public const string Paper = "paper";

    public const string Api = "api";
    public const string System = "system";
}
