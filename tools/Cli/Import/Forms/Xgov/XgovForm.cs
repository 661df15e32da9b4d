using System.Text.Json.Nodes;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.Xgov;

/// <summary>A form of XGovFormsCommunity's digital-form-builder (schema version 2): pages that lead to each other, conditions on the way.</summary>
internal sealed class XgovForm
{
    private static readonly string[] Elsewhere = ["outputs", "fees"];

    private readonly JsonObject json;
    private readonly FormDraft form = new();
    private readonly XgovFields fields;
    private readonly XgovConditions conditions;
    private readonly XgovRoute route;

    private XgovForm(JsonObject json)
    {
        this.json = json;
        fields = new(json, form.Carrying);
        conditions = new(json, form.Carrying);
        route = new(json, conditions, form.Carrying);
        form.Title = FormText.Of(json.Text("name"));
    }

    public static FormDraft Read(JsonObject json)
    {
        var reader = new XgovForm(json);
        reader.Pages();
        reader.Unreached();
        reader.conditions.Finish();
        reader.Rest();
        return reader.form;
    }

    private void Pages()
    {
        PageDraft? before = null;
        JsonObject? beforeJson = null;
        foreach (var page in route.InOrder)
        {
            var draft = Page(page);
            if (before is not null && IsGoneOn(beforeJson!, page) && before.Questions is [{ Type: "group" } group] && draft.Questions is [{ Type: "group" } more])
            {
                more.Items.ForEach(group.Add);
                continue;
            }

            (before, beforeJson) = (draft, page);
            form.Pages.Add(draft);
        }
    }

    private PageDraft Page(JsonObject page)
    {
        var path = page.Text("path")!;
        var draft = new PageDraft(path.Trim('/')) { Title = FormText.Of(page.Text("title")) };
        draft.When.AddRange(route.To(path));
        var questions = page.List("components").SelectMany(c => fields.Read(c, page.Text("section"))).ToList();
        if (questions.Count > 0 && IsRepeated(page))
        {
            draft.Questions.Add(Group(page, questions));
        }
        else
        {
            draft.Questions.AddRange(questions);
        }

        return draft;
    }

    private QuestionDraft Group(JsonObject page, List<QuestionDraft> questions)
    {
        var (key, title) = (page.Text("section") ?? page.Text("path")!.Trim('/'), SectionTitle(page) ?? page.Text("title"));
        var group = new QuestionDraft($"{key}_items", "group", FormText.Of(title ?? key)!);
        group.Counted.Add(form.Carrying.Find(Part.Repeats, page.Text("path")!));
        questions.ForEach(group.Add);
        if (page.Text("repeatField") is { } number)
        {
            group.Must.Add((page.Text("path")!, new Test("=", new Call("count", new Own()), new Answer(number))));
        }

        return group;
    }

    private void Unreached()
    {
        foreach (var page in route.Unreached)
        {
            var lost = page.List("components").SelectMany(c => fields.Read(c, page.Text("section"))).SelectMany(q => q.All).SelectMany(q => q.Counted);
            lost.ToList().ForEach(c => c.Lose($"no page leads to {page.Text("path")}"));
        }
    }

    private static bool IsRepeated(JsonObject page) => page.Text("repeatField") is not null || page.Text("controller")?.Contains("RepeatingFieldPage", StringComparison.OrdinalIgnoreCase) == true;

    // Pages of one section that repeat by one number are asked again together.
    private static bool IsGoneOn(JsonObject before, JsonObject page) =>
        page.Text("repeatField") is { } number && before.Text("repeatField") == number && page.Text("section") is { } section && before.Text("section") == section;

    private string? SectionTitle(JsonObject page) => json.List("sections").FirstOrDefault(s => s.Text("name") == page.Text("section")).Text("title");

    private void Rest()
    {
        foreach (var key in Elsewhere.Where(k => json.List(k).Any()))
        {
            form.Carrying.Note(key, $"{json.List(key).Count()} {key} of the other system: say them in the workflow and in 'fees'");
        }

        if (json.Text("declaration") is { } words)
        {
            form.Carrying.Note("declaration", $"the words before sending: add a question of the type declaration: \"{words}\"");
        }
    }
}
