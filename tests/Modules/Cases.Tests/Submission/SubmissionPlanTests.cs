using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Modules.Cases.Submission;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Submission;

/// <summary>Sending a draft must not cost more the more drafts there are.</summary>
public sealed class SubmissionPlanTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_draft_is_found_by_its_id_and_not_among_all_drafts(DatabaseKind kind)
    {
        await using var platform = await Archive.StartAsync(kind);
        var db = platform.Services.GetRequiredService<Db>();

        var plan = await QueryPlan.OfAsync(db, Submissions.SendSql, Parameters(platform));

        Assert.DoesNotContain("ix_cases_case_draft", plan, StringComparison.Ordinal);
        Assert.Contains(db.IsPostgres ? "cases_case_pkey" : "case_id=?", plan, StringComparison.Ordinal);
    }

    private static DynamicParameters Parameters(TestPlatform platform)
    {
        var (id, now) = (Guid.CreateVersion7(), platform.Clock.Now());
        return new(new
        {
            Reference = "R",
            Edition = "e",
            Organization = "office",
            Area = "a",
            AreaPath = "",
            HiddenFrom = "",
            State = "submitted",
            Queue = "new",
            Final = false,
            Version = 3L,
            act = id,
            at = now,
            DueAt = now,
            DueOn = new DateOnly(2026, 1, 5),
            StateDueAt = now,
            StateDueOn = new DateOnly(2026, 1, 5),
            TimeZone = "Etc/UTC",
            CaseId = id,
            seen = 2L,
            Saves = 1L,
        });
    }
}
