using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Packs;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Form.Questions;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Form;

/// <summary>The one service of the starter pack that can be heard.</summary>
public sealed partial class RecordingPagesTests
{
    private const string Service = "residence-certificate";

    [Fact]
    public async Task Every_question_and_every_answer_to_choose_is_recorded_and_marked_as_synthesised()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var pack = platform.Services.GetRequiredService<ActivePack>().Current.Pack;
        var form = pack.Services.Find(Service)!.Section<FormSection>()!;

        var asked = form.Questions.Concat(form.Questions.SelectMany(q => q.Items)).Select(q => q.Question).ToList();
        var texts = asked.Select(q => q.Label).Concat(asked.OfType<ChoiceQuestion>().SelectMany(c => c.Options).Select(o => o.Label)).ToList();

        Assert.True(texts.Count > 20);
        Assert.All(texts, text => Assert.True(pack.Recordings.Find("en", text, text.Source) is { IsSynthesised: true, Words: not null }, text.Address));
    }

    [Fact]
    public async Task A_page_offers_them_by_name_fetches_none_of_them_and_shows_icons()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);
        await Journeys.ResidenceJourneyTests.StartAsync(form);

        await form.GetAsync($"{form.At[..form.At.LastIndexOf('/')]}/address");

        Assert.Matches("<audio aria-label=\"Listen: Where do you live\\?\" controls=\"\" preload=\"none\" src=\"/recordings/[0-9a-f]{12}\\.opus\"></audio><span class=\"p-listen__mark\">Synthesised speech</span>", form.Html);
        Assert.Equal(form.Html.Split("<audio").Length, form.Html.Split("preload=\"none\"").Length);
        Assert.Contains("Listen: I rent it", form.Html, StringComparison.Ordinal);
        Assert.Matches("<label[^>]*><svg[^>]*class=\"p-icon\"[^>]*>.*</svg>I rent it</label>", form.Html);
    }

    [Fact]
    public async Task A_recording_comes_with_its_type_is_kept_for_ever_and_may_be_asked_for_in_parts()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = platform.Client();
        var url = Url().Match(await client.GetStringAsync($"/en/services/{Service}")).Value;
        var whole = await client.GetByteArrayAsync(url);

        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(4, 9) } };
        using var part = await client.SendAsync(request);

        Assert.Equal("OggS"u8, whole.AsSpan(0, 4));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[4..10], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal("audio/ogg; codecs=opus", $"{part.Content.Headers.ContentType}");
        Assert.Equal(TimeSpan.FromDays(365), part.Headers.CacheControl!.MaxAge);
        Assert.Contains("media-src 'self'", part.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/recordings/0123456789ab.opus")).StatusCode);
    }

    [GeneratedRegex("/recordings/[0-9a-f]{12}\\.opus")]
    private static partial Regex Url();
}
