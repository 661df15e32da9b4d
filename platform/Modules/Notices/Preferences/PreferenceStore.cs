using Dapper;
using Platform.Core.Data;

namespace Platform.Modules.Notices.Preferences;

/// <summary>All SQL of preferences.</summary>
public sealed class PreferenceStore(Db db)
{
    public async Task<Preference> OfAsync(Guid person, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>("select email, sms, language from notices_preference where person_id = @person", new { person });
        return row is null ? Preference.Unchosen : new(row.Email, row.Sms, row.Language);
    }

    public static Act Choose(Act act, Guid person, Preference chosen)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(chosen);
        return act.Do(
            """
            insert into notices_preference (person_id, email, sms, changed_at, act) values (@person, @Email, @Sms, @at, @act)
            on conflict (person_id) do update set email = excluded.email, sms = excluded.sms, changed_at = excluded.changed_at, act = excluded.act
            """,
            new { person, chosen.Email, chosen.Sms })
            .Audit("person", person, "notices.choose", new { email = chosen.Email, sms = chosen.Sms });
    }

    private sealed record Row
    {
        public bool Email { get; init; }

        public bool Sms { get; init; }

        public string? Language { get; init; }
    }
}
