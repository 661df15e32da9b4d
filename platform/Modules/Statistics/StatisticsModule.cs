using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Modules;
using Platform.Core.Packs;
using Platform.Modules.Cases;
using Platform.Modules.Cases.MyCases;
using Platform.Modules.Statistics.Counting;
using Platform.Modules.Statistics.Demo;
using Platform.Modules.Statistics.Figures;
using Platform.Modules.Statistics.Ratings;

namespace Platform.Modules.Statistics;

/// <summary>How many applications were sent and decided, and how satisfied applicants were: figures in which nobody can be found.</summary>
public sealed class StatisticsModule : PlatformModule
{
    public override string Name => "statistics";

    public override IReadOnlyList<string> DependsOn => ["cases", "catalogue"];

    public override void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Options<StatisticsOptions>();
        module.Permission(StatisticsPermissions.Comments);
        module.Services.AddSingleton<CountStore>().AddSingleton<RatingStore>().AddSingleton<FigureReading>();
        module.Services.AddScoped<FigureNames>().AddScoped<RatingQuestion>();
        module.Services.AddSingleton(new MyCasePart("Statistics/_Rating"));
        module.Services.AddSingleton(s => new DemoFigures(s.GetRequiredService<CountStore>(), s.GetRequiredService<Acts>(), s.GetRequiredService<ActivePack>(), s.GetRequiredService<TimeProvider>()));
        module.Services.AddSingleton<TellMostUsed>().AddHostedService(s => s.GetRequiredService<TellMostUsed>());
        module.Job<CountMonths>(every: TimeSpan.FromHours(1));
        module.On<CaseErased, ForgetRating>();
        // The figures are for everybody; whose case it is decides the page of a rating.
        module.OpenPages("/Statistics/Public");
        module.OpenPages("/Statistics/My");
        module.Pages("/Statistics/Desk", StatisticsPermissions.Comments);
        module.Menu(MenuPlaces.Footer, "Figures", "/statistics");
        module.Menu(MenuPlaces.Desk, "Comments", "/desk/comments", StatisticsPermissions.Comments, order: 70);
        module.Api(StatisticsApi.Map);
        StatisticsExport.Declare(module);
    }
}
