using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Jobs;
using Platform.Core.Modules;
using Platform.Modules.Cases;

namespace Acme.Careless;

/// <summary>Breaks each rule of the contract once.</summary>
public sealed class CarelessModule : PlatformModule
{
    public override string Name => "careless";

    // cases is used, and not named.
    public override void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        // Not a public constant of a class of permissions.
        module.Permission($"{Name}.hidden");
        module.Services.AddSingleton(new CaseEventText("careless.happened", "Something happened."));
        // Under the name of another module, whose switch it then obeys.
        module.Services.AddScoped<SilentJob>().AddSingleton(new JobDefinition("cases.SilentJob", typeof(SilentJob), TimeSpan.FromMinutes(1)));
        module.Menu(MenuPlaces.Desk, "Careless", "/desk/careless");
        module.Api(api =>
        {
            // Says nothing of who may call it.
            api.MapGet("/silent", () => Results.Ok());
            // A change by cookie alone.
            api.MapPost("/change", () => Results.NoContent()).RequireAuthorization($"{Name}.hidden");
            // A pattern that cannot be read beforehand.
            api.MapMethods("/any", ["GET"], () => Results.Ok()).RequireAuthorization($"{Name}.hidden");
        });
    }
}

/// <summary>Takes the time from the machine.</summary>
internal sealed class SilentJob : IJob
{
    public DateTime At { get; private set; }

    public Task RunAsync(CancellationToken cancellationToken)
    {
        At = DateTime.UtcNow;
        return Task.CompletedTask;
    }
}

/// <summary>Writes into tables of others, in words of one database.</summary>
public static class CarelessSql
{
    public static async Task CloseAsync(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var connection = await db.OpenAsync();
        await connection.ExecuteAsync("update cases_case set state = 'closed'");
        await connection.QueryAsync<string>("select name from careless_visit where name ilike 'a%'");
    }
}
