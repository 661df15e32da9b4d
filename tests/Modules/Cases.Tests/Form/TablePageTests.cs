using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Platform.Modules.Cases.Tests.Api;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Form;

/// <summary>A table of rows as people meet it: on its page, before sending, in their case, at the desk, on paper.</summary>
public sealed partial class TablePageTests
{
    private static readonly (string, string)[] Saw = [("goods.0.what", "Saw"), ("goods.0.kind", "tool"), ("goods.0.pieces", "2"), ("goods.0.price", "100"), ("goods.0.since.year", "")];
    private static readonly (string, string)[] Rice = [("goods.1.what", "Rice"), ("goods.1.kind", "gift"), ("goods.1.pieces", "3"), ("goods.1.price", "12"), ("goods.1.since.year", "2024")];

    [Fact]
    public async Task Rows_are_added_and_removed_without_scripts_and_each_time_one_comes_back_to_the_place()
    {
        await using var platform = await TestPlatform.StartAsync(pack: EveryQuestion.Folder);
        using var client = platform.Client();
        var form = await GoodsAsync(client);

        Assert.Equal(1, Rows(form));
        Assert.DoesNotContain("name=\"remove\"", form.Html, StringComparison.Ordinal);
        await form.PostAsync([.. Saw, ("add", "goods")]);
        Assert.EndsWith("/goods?still#goods_1_what", form.At, StringComparison.Ordinal);
        Assert.Contains("id=\"goods_1_what\"", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("govuk-error", form.Html, StringComparison.Ordinal);
        Assert.Equal(2, Rows(form));

        await form.PostAsync([.. Saw, .. Rice, ("add", "goods")]);
        await form.PostAsync([.. Saw, .. Rice, ("goods.2.what", "Axe"), ("remove", "goods.0")]);
        Assert.EndsWith("/goods?still#goods", form.At, StringComparison.Ordinal);
        Assert.Equal(2, Rows(form));
        Assert.Contains("name=\"goods.0.what\" type=\"text\" value=\"Rice\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"goods.1.what\" type=\"text\" value=\"Axe\"", form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_leads_to_its_cell_and_no_row_can_be_added_beyond_the_last()
    {
        await using var platform = await TestPlatform.StartAsync(pack: EveryQuestion.Folder);
        using var client = platform.Client();
        var form = await GoodsAsync(client);
        for (var n = 0; n < 3; n++)
        {
            await form.PostAsync([.. Saw, .. Rice, ("add", "goods")]);
        }

        await form.PostAsync([.. Saw, .. Rice.Select(f => f.Item1 == "goods.1.pieces" ? (f.Item1, "many") : f)]);

        Assert.Contains("href=\"#goods_1_pieces\">Thing 2, How many: Write a whole number, for example 12</a>", form.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"goods_1_pieces\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"many\"", form.Html, StringComparison.Ordinal);
        await form.PostAsync([.. Saw, .. Rice, ("goods.3.what", "Axe"), ("add", "goods")]);
        Assert.DoesNotContain("name=\"add\"", form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_signed_out_meanwhile_comes_back_to_the_same_rows()
    {
        await using var platform = await TestPlatform.StartAsync(pack: EveryQuestion.Folder);
        var me = await platform.CitizenAsync();
        using var client = await platform.ClientAsync(me);
        var form = await GoodsAsync(client, named: true);
        await form.PostAsync([.. Saw, ("add", "goods")]);

        platform.Clock.Leap(TimeSpan.FromDays(60));
        Assert.Equal(HttpStatusCode.Unauthorized, await form.PostAsync([.. Saw, .. Rice]));
        await platform.SignInAsync(client, me);
        await form.PostAsync();

        Assert.Equal(2, Rows(form));
        Assert.Contains("name=\"goods.1.what\" type=\"text\" value=\"Rice\"", form.Html, StringComparison.Ordinal);
        await form.PostAsync([.. Saw, .. Rice]);
        await form.GetAsync(Step(form, "goods"));
        Assert.Contains("name=\"goods.1.what\" type=\"text\" value=\"Rice\"", form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_a_table_before_sending_in_the_case_and_at_the_desk()
    {
        await using var platform = await TestPlatform.StartAsync(pack: EveryQuestion.Folder);
        using var client = platform.Client();
        var form = await GoodsAsync(client);
        await form.PostAsync([.. Saw, ("add", "goods")]);
        await form.PostAsync([.. Saw, .. Rice]);
        await AnswerTheRestAsync(form);

        await form.GetAsync(Step(form, "check"));
        AssertTable(form.Html);
        Assert.Contains("<bdi>236</bdi>", form.Html, StringComparison.Ordinal);
        await form.PostAsync();
        var reference = Reference().Match(form.Html).Value;
        AssertTable(await client.GetStringAsync($"/en/my/cases/{reference}"));
        using var official = await platform.ClientAsync(await platform.OfficialAsync("official", "office"));
        AssertTable(await official.GetStringAsync($"/en/desk/cases/{reference}"));
    }

    [Fact]
    public async Task The_endpoint_takes_and_tells_rows_and_names_the_cell_of_a_mistake()
    {
        await using var platform = await TestPlatform.StartAsync(pack: EveryQuestion.Folder);
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        var id = Step(await GoodsAsync(client, named: true), "").Split('/')[^2];

        (await client.SaveAsync(id, "goods", new() { ["goods"] = JsonNode.Parse("""[{"what":"Saw","kind":"tool","pieces":2,"price":100},{"what":"Rice","kind":"gift","pieces":0,"price":1}]""") })).Dispose();
        var wrong = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{id}/pages/goods"))!;
        (await client.SaveAsync(id, "goods", new() { ["goods"] = JsonNode.Parse("""[{"what":"Saw","kind":"tool","pieces":2,"price":100}]""") }, 1)).Dispose();
        var right = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{id}/pages/goods"))!;

        Assert.Equal("goods.1.pieces", Assert.Single(wrong["mistakes"]!.AsObject()).Key);
        Assert.Empty(right["mistakes"]!.AsObject());
        Assert.Equal("""{"goods":[{"what":"Saw","kind":"tool","pieces":2,"price":100,"worth":200}],"worth_of_all":200}""", right["answers"]!.ToJsonString());
    }

    [Fact]
    public async Task On_paper_every_cell_has_the_id_of_its_field_online()
    {
        await using var platform = await TestPlatform.StartAsync(pack: EveryQuestion.Folder);
        using var client = platform.Client();

        var paper = await client.GetStringAsync("/en/services/every-question/paper");

        Assert.All(["goods.0.what", "goods.3.price", "goods.3.since"], id => Assert.Contains($"<code class=\"p-form__id\">{id}</code>", paper, StringComparison.Ordinal));
        Assert.DoesNotContain("goods.4.", paper, StringComparison.Ordinal);
    }

    private static void AssertTable(string html)
    {
        Assert.Contains("<th class=\"govuk-table__header\" role=\"columnheader\" scope=\"col\">How many</th>", html, StringComparison.Ordinal);
        Assert.Contains("data-column=\"What\"><bdi>Rice</bdi></td>", html, StringComparison.Ordinal);
        Assert.Contains("data-column=\"Together\"><bdi>36</bdi></td>", html, StringComparison.Ordinal);
    }

    private static async Task<FormClient> GoodsAsync(TestClient client, bool named = false)
    {
        var form = new FormClient(client);
        await form.GetAsync("/en/apply/every-question");
        await form.PostAsync(("without-name", named ? "no" : "yes"));
        Assert.Equal(HttpStatusCode.OK, await form.GetAsync(Step(form, "goods")));
        return form;
    }

    private static async Task AnswerTheRestAsync(FormClient form)
    {
        foreach (var (page, fields) in new Dictionary<string, (string, string)[]>
        {
            ["texts"] = [("line", "Words"), ("who.given", "Noy")],
            ["figures"] = [("people", "2"), ("born.year", "1980")],
            ["choices"] = [("tenure", "owned"), ("urgent", "no"), ("truthful", "yes")],
            ["places"] = [("home.province", "P1"), ("home.village", "V1"), ("home.line", "Third house")],
        })
        {
            await form.GetAsync(Step(form, page));
            await form.PostAsync(fields);
        }
    }

    private static int Rows(FormClient form) => form.Html.Split("class=\"p-rows__row\"").Length - 1;

    private static string Step(FormClient form, string step) => $"{form.At[..form.At.LastIndexOf('/')]}/{step}";

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}")]
    private static partial Regex Reference();
}
