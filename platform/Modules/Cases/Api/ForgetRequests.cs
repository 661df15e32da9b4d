using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Jobs;

namespace Platform.Modules.Cases.Api;

/// <summary>Removes what repeated requests are known by, once their case is closed for long enough that no client still asks.</summary>
internal sealed class ForgetRequests(Db db, IOptions<CasesOptions> options, TimeProvider clock) : IJob
{
    public Task RunAsync(CancellationToken cancellationToken) => db.WriteAsync(
        """
        delete from platform_idempotency where created_at < @before
            and exists (select 1 from cases_case where case_id = subject_id and final and changed_at < @before)
        """,
        new { before = clock.Now().Plus(-TimeSpan.FromDays(options.Value.RequestKeyDays)) },
        cancellationToken);
}
