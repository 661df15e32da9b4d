using System.Text.RegularExpressions;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Form.Paper;

/// <summary>What somebody wrote on paper is entered by the ids that stand on the sheet: each is a field online, and each field is on the sheet.</summary>
public sealed partial class EnteringPaperTests
{
    // The office works them out.
    private static readonly string[] Computed = ["double_rent", "rent_from", "later", "worth_of_all", "goods.0.worth"];

    [Fact]
    public async Task Sheet_and_pages_have_the_same_ids()
    {
        await using var platform = await TestPlatform.StartAsync(pack: EveryQuestion.Folder);
        using var client = platform.Client();
        var sheet = Ids().Matches(await client.GetStringAsync("/en/services/every-question/paper")).Select(m => m.Groups[1].Value)
            .Where(id => id != EveryQuestion.Service && !Further().IsMatch(id)).Except(Computed).ToHashSet();

        var fields = await FieldsAsync(new FormClient(client));

        Assert.True(sheet.Count > 25);
        Assert.All(sheet, id => Assert.Contains(fields, f => IsOf(f, id)));
        Assert.All(fields, f => Assert.Contains(sheet, id => IsOf(f, id)));
    }

    private static async Task<HashSet<string>> FieldsAsync(FormClient form)
    {
        await form.GetAsync("/en/apply/every-question");
        await form.PostAsync(("without-name", "yes"));
        var at = form.At[..form.At.LastIndexOf('/')];
        await form.GetAsync($"{at}/choices");
        await form.PostAsync(("tenure", "rented"));
        await form.GetAsync($"{at}/lists");
        await form.PostAsync(("add", "others"));
        var fields = new HashSet<string>();
        foreach (var page in (string[])["texts", "figures", "choices", "places", "landlord", "lists", "goods"])
        {
            await form.GetAsync($"{at}/{page}");
            fields.UnionWith(Names().Matches(form.Html[form.Html.IndexOf("<main", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value).Where(n => n is not ("version" or "_form") && !n.EndsWith("._", StringComparison.Ordinal)));
        }

        return fields;
    }

    private static bool IsOf(string field, string id) => field == id || field.StartsWith(id + '.', StringComparison.Ordinal);

    [GeneratedRegex("<code class=\"p-form__id\">([^<]+)</code>")]
    private static partial Regex Ids();

    [GeneratedRegex("\\.[1-9][0-9]*\\.")]
    private static partial Regex Further();

    [GeneratedRegex("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"")]
    private static partial Regex Names();
}
