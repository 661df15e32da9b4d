using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Core.Data;
using Platform.Core.Packs;

namespace Platform.Host;

/// <summary>Ready to serve: the database answers and a pack is live. A balancer sends nobody here before.</summary>
internal sealed class ReadyCheck(Db db, ActivePack pack) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!pack.Any)
        {
            return HealthCheckResult.Unhealthy("No pack is live.");
        }

        try
        {
            await using var connection = await db.OpenAsync(cancellationToken);
            await connection.ExecuteScalarAsync<int>("select 1");
            return HealthCheckResult.Healthy();
        }
        catch (DbException error)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", error);
        }
    }
}
