using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
using Platform.Modules.Cases;

namespace Platform.Modules.Sample;

/// <summary>A register: cases enter something in it for a time, officials look it up and end it.</summary>
public sealed class SampleModule : PlatformModule
{
    public override string Name => "sample";

    public override IReadOnlyList<string> DependsOn => ["cases"];

    public override void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Options<SampleOptions>();
        Array.ForEach(SamplePermissions.All, module.Permission);
        module.Services.AddSingleton<SampleStore>();
        module.Services.AddSingleton(new CaseEventText(SampleStore.Ended, "An entry in a register ended."));

        module.Section<SampleSection>("sample");
        module.Question<SampleNumberQuestion>("sample-number");
        module.Fact<SampleFact>("sample");
        module.Action<EnterInSample>("enter-in-sample");
        module.On<EntryEnded, TellCase>();
        module.Job<EndEntries>(every: TimeSpan.FromHours(1));

        module.Pages("/Sample", SamplePermissions.View);
        module.Menu(MenuPlaces.Desk, "Register", "/desk/sample", SamplePermissions.View, order: 60);
        module.Api(SampleApi.Map);
        SampleExport.Declare(module);
    }
}
