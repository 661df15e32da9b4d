using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Packs;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Workflow;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Form;

public sealed class ShippedServicesTests
{
    [Theory]
    [InlineData("starter")]
    [InlineData("e-laos")]
    public async Task Every_service_of_the_shipped_packs_has_a_form_and_a_workflow(string pack)
    {
        await using var platform = await TestPlatform.StartAsync(pack: pack);
        var services = platform.Services.GetRequiredService<ActivePack>().Current.Pack.Services.All;

        Assert.NotEmpty(services);
        Assert.All(services, s => Assert.NotNull(s.Section<FormSection>()));
        Assert.All(services, s => Assert.NotNull(s.Section<WorkflowSection>()));
        Assert.Contains(services, s => s.Section<FeesSection>() is { Fees.Count: > 0 });
    }
}
