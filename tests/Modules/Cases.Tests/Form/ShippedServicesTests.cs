using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Files;
using Platform.Core.Packs;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Workflow;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Form;

public sealed class ShippedServicesTests
{
    [Theory]
    [InlineData("starter", 14)]
    [InlineData("e-laos", 18)]
    public async Task The_services_that_one_applies_for_here_have_a_form_and_a_workflow(string pack, int count)
    {
        await using var platform = await TestPlatform.StartAsync(pack: pack);
        var services = Filled(platform);

        Assert.Equal(count, services.Count);
        Assert.All(services, s => Assert.NotNull(s.Section<WorkflowSection>()));
        Assert.Contains(services, s => s.Section<FeesSection>() is { Fees.Count: > 0 });
    }

    [Theory]
    [InlineData("starter")]
    [InlineData("e-laos")]
    public async Task Each_of_them_can_be_filled_in_and_sent(string pack)
    {
        await using var platform = await TestPlatform.StartAsync(pack: pack);
        var owner = (await platform.CitizenAsync()).PersonId;

        foreach (var service in Filled(platform))
        {
            var (typed, _) = new WillingApplicant(platform, service.Section<FormSection>()!).FillIn();
            Assert.True(await SendAsync(platform, service, owner, typed) is { Length: 10 }, service.Id);
        }
    }

    [Theory]
    [InlineData("starter")]
    [InlineData("e-laos")]
    public async Task Whatever_one_answers_the_form_comes_to_its_end_and_every_page_is_reached(string pack)
    {
        await using var platform = await TestPlatform.StartAsync(pack: pack);

        foreach (var service in Filled(platform))
        {
            var form = service.Section<FormSection>()!;
            var applicant = new WillingApplicant(platform, form);
            var reached = applicant.Wishes.Select(w => (Wish: w, applicant.FillIn(w).Filled)).ToList();

            Assert.Equal("", string.Join("\n", reached.Where(r => !r.Filled.IsComplete).Select(r => $"{service.Id}, {r.Wish.Question} = {r.Wish.Answer.ToJson()[""]![0]}: {Wrong(r.Filled)}")));
            Assert.Empty(form.Pages.Select(p => p.Id).Except(reached.SelectMany(r => r.Filled.Pages.Select(p => p.Page.Id))).Select(p => $"{service.Id}: {p}"));
        }
    }

    private static string Wrong(FilledForm filled) => string.Join("; ", filled.Pages.SelectMany(p => p.Questions).SelectMany(q => q.All)
        .Where(q => q.Mistakes.Count > 0).Select(q => $"{q.Field}: {q.Mistakes[0].Text}"));

    private static async Task<string?> SendAsync(TestPlatform platform, ServiceDefinition service, Guid owner, Dictionary<string, Core.Modules.Forms.Typed> typed)
    {
        var id = await platform.Services.GetRequiredService<DraftStore>().CreateAsync(service, Residence.By(owner), new CaseAccess.Owner(owner));
        foreach (var (page, answers) in typed)
        {
            await Residence.SaveAsync(platform, id, owner, new DraftPage(page, 0, answers), [.. answers.Fields.Where(f => f.EndsWith(".id", StringComparison.Ordinal)).Select(f => File(answers[f]))]);
        }

        return (await Residence.SubmitAsync(platform, id, owner))?.Reference;
    }

    private static UploadedFile File(string id) => new("paper.pdf", new(Guid.Parse(id), 1000, FileType.Pdf, []));

    private static List<ServiceDefinition> Filled(TestPlatform platform) =>
        [.. platform.Services.GetRequiredService<ActivePack>().Current.Pack.Services.All.Where(s => s.Section<FormSection>() is not null)];
}
