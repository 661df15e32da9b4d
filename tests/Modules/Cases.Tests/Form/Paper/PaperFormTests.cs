using System.Net;
using Platform.Core.Packs;
using Platform.Modules.Cases.Form;
using Platform.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Modules.Cases.Tests.Form.Paper;

public sealed class PaperFormTests
{
    [Theory]
    [InlineData("starter", "en")]
    [InlineData("e-laos", "lo")]
    public async Task Every_service_with_a_form_and_a_counter_has_one_with_each_question_and_its_id(string pack, string language)
    {
        await using var platform = await TestPlatform.StartAsync(pack: pack);
        using var client = platform.Client();
        var services = platform.Services.GetRequiredService<ActivePack>().Current.Pack.Services.All.Where(s => s.PaperPath is not null).ToList();

        Assert.True(services.Count > 5);
        foreach (var service in services)
        {
            var html = await client.GetStringAsync($"/{language}{service.PaperPath}");
            Assert.All(service.Section<FormSection>()!.Questions.SelectMany(Ids), id => Assert.Contains($">{id}</code>", html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task It_says_when_a_page_is_needed_has_a_box_for_each_answer_and_is_linked_from_the_service()
    {
        await using var platform = await TestPlatform.StartAsync(pack: EveryQuestion.Folder);
        using var client = platform.Client();

        var service = await client.GetStringAsync("/en/services/every-question");
        var form = WebUtility.HtmlDecode(await client.GetStringAsync("/en/services/every-question/paper"));

        Assert.Contains("href=\"/en/services/every-question/paper\"", service, StringComparison.Ordinal);
        Assert.Contains("Only if: How do you live there? is “I rent it”", form, StringComparison.Ordinal);
        Assert.Equal(12, Count(form, "p-form__box--figure"));
        Assert.Equal(17, Count(form, "p-form__tick\""));
        Assert.Contains("others.2.other_age", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_asked_for_online_only_has_none()
    {
        await using var platform = await TestPlatform.StartAsync(pack: Path.Combine(TestFolder.RepositoryRoot, "tests/Testing/packs/one-question"));
        using var client = platform.Client();

        using var response = await client.GetAsync("/en/services/note/paper");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("/paper", await client.GetStringAsync("/en/services/note"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(FormQuestion question) =>
        question.Items.Select(i => $"{question.Id}.0.{i.Id}").Prepend(question.Id);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
