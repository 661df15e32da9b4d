using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Modules.Cases.Editions;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Drafts;

/// <summary>An application falls under the local variant of the place that its answers name, and keeps its edition.</summary>
public sealed class LocalVariantTests
{
    private const string Area = "XA";
    private const string Online = "deadline: {within: 10 working days, example: true}\nchannels: [online, counter]\n";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_place_decides_and_what_was_sent_keeps_it_when_the_pack_changes(DatabaseKind kind)
    {
        using var folder = PackWith(Online);
        await using var platform = await TestPlatform.StartAsync(kind, folder["starter"]);
        var owner = (await platform.CitizenAsync()).PersonId;
        var (inside, outside) = (await SentAsync(platform, owner, Inside(platform)), await SentAsync(platform, owner, Outside(platform)));

        Assert.Equal((Area, 10), await EditionAsync(platform, inside));
        Assert.Equal((null, 3), await EditionAsync(platform, outside));
        Assert.True(inside.DueOn > outside.DueOn);

        await platform.RestartAsync(() =>
        {
            WriteVariant(folder, Online.Replace("10", "20", StringComparison.Ordinal));
            return Task.CompletedTask;
        });

        Assert.Equal((Area, 10), await EditionAsync(platform, inside));
        Assert.Equal((Area, 20), await EditionAsync(platform, await SentAsync(platform, owner, Inside(platform))));
    }

    [Fact]
    public async Task Where_the_variant_is_for_counters_only_nothing_is_sent_over_the_internet()
    {
        using var folder = PackWith("channels: [counter]\n");
        await using var platform = await TestPlatform.StartAsync(pack: folder["starter"]);
        var person = await platform.CitizenAsync();
        var id = await Residence.DraftAsync(platform, person.PersonId, At(platform, Inside(platform)));
        using var client = await platform.ClientAsync(person);

        var page = await client.GetStringAsync($"/en/apply/{id}/check");

        Assert.Contains($"/en/services/{Residence.Service}?area={Area}", page, StringComparison.Ordinal);
        Assert.Contains($"/en/services/{Residence.Service}/paper?area={Area}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Send<", page, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => Residence.SubmitAsync(platform, id, person.PersonId));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/en/apply/{Residence.Service}?area={Area}")).StatusCode);
    }

    [Fact]
    public async Task Begun_from_the_page_of_the_variant_it_is_asked_as_there()
    {
        using var folder = PackWith(Online + "form:\n  - {page: applicant, title: Who you are in this province}\n");
        await using var platform = await TestPlatform.StartAsync(pack: folder["starter"]);
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);

        Assert.Contains($"/en/apply/{Residence.Service}?area={Area}", await client.GetStringAsync($"/en/services/{Residence.Service}?area={Area}"), StringComparison.Ordinal);
        await form.GetAsync($"/en/apply/{Residence.Service}?area={Area}");
        await form.PostAsync();

        Assert.Contains("Who you are in this province", form.Html, StringComparison.Ordinal);
    }

    /// <summary>A release that was live is not judged again by what later programs or settings ask.</summary>
    [Fact]
    public async Task What_was_live_once_is_read_though_it_would_be_refused_now()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var folder = Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter");
        var strict = new PackLoader(platform.Services.GetRequiredService<PackSchema>(), production: true);

        Assert.Null(strict.Load(folder).Pack);
        Assert.NotNull(strict.LoadAccepted(new PackFolder(folder)).Services.Find(Residence.Service));
    }

    private static TestFolder PackWith(string differs)
    {
        var folder = new TestFolder();
        folder.TakePack("starter");
        WriteVariant(folder, differs);
        return folder;
    }

    private static void WriteVariant(TestFolder folder, string differs)
    {
        var variant = folder[$"starter/services/local/{Area}/{Residence.Service}.yaml"];
        Directory.CreateDirectory(Path.GetDirectoryName(variant)!);
        File.WriteAllText(variant, $"variant-of: {Residence.Service}\n{differs}");
    }

    private static async Task<CaseRow> SentAsync(TestPlatform platform, Guid owner, string village)
    {
        var id = await Residence.DraftAsync(platform, owner, At(platform, village));
        return (await Residence.SubmitAsync(platform, id, owner))!.Sent!;
    }

    private static Dictionary<string, Typed> At(TestPlatform platform, string village)
    {
        var answers = Residence.Answers(platform);
        answers["address"] = answers["address"].With("village", village);
        return answers;
    }

    private static async Task<(string? Area, int Days)> EditionAsync(TestPlatform platform, CaseRow found)
    {
        var definition = await platform.Services.GetRequiredService<EditionStore>().OfAsync(found);
        Assert.Equal(found.Edition, definition.Edition.Id);
        return (definition.Edition.Area, definition.Service.Deadline!.Within.Amount);
    }

    private static string Inside(TestPlatform platform) => Village(platform, inside: true);

    private static string Outside(TestPlatform platform) => Village(platform, inside: false);

    private static string Village(TestPlatform platform, bool inside) =>
        platform.Services.GetRequiredService<ActivePack>().Current.Pack.Areas.OfLevel("village").First(v => v.Upwards().Any(a => a.Code == Area) == inside).Code;
}
