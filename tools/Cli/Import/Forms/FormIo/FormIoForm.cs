using System.Text.Json.Nodes;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.FormIo;

/// <summary>A form of form.io (formio.js 4 and 5): components in panels, columns and grids.</summary>
internal sealed class FormIoForm
{
    private readonly FormDraft form = new();
    private readonly FormIoTexts texts;
    private readonly FormIoFields fields;

    private FormIoForm(JsonObject json)
    {
        texts = new(json);
        fields = new(form.Carrying, texts);
        (form.Title, form.Language) = (texts.Of(json.Text("title") ?? json.Text("name")), json.Text("language") ?? json.At("settings").Text("language") ?? "");
    }

    public static FormDraft Read(JsonObject json)
    {
        var reader = new FormIoForm(json);
        reader.Pages(json.List("components"));
        return reader.form;
    }

    // Panels of the first level are pages; what stands between them is one of its own.
    private void Pages(IEnumerable<JsonObject> components)
    {
        PageDraft? loose = null;
        foreach (var component in components)
        {
            if (component.Text("type") == "panel")
            {
                loose = null;
                form.Pages.Add(Panel(component));
            }
            else
            {
                if (loose is null)
                {
                    form.Pages.Add(loose = new($"page_{form.Pages.Count + 1}"));
                }

                Into(loose.Questions.Add, component, []);
            }
        }
    }

    private PageDraft Panel(JsonObject component)
    {
        var page = new PageDraft(component.Text("key") ?? component.Text("title") ?? "page") { Title = texts.Of(component.Text("title")) };
        if (FormIoConditions.Read(component, form.Carrying) is { } when)
        {
            page.When.Add(when);
        }

        foreach (var inner in component.List("components"))
        {
            Into(page.Questions.Add, inner, []);
        }

        return page;
    }

    // A frame inside a page has no place of its own here: what it hangs on, each of its questions hangs on.
    private void Into(Action<QuestionDraft> add, JsonObject component, IReadOnlyList<ConditionDraft> outside)
    {
        var own = FormIoConditions.Read(component, form.Carrying);
        IReadOnlyList<ConditionDraft> when = own is null ? outside : [.. outside, own];
        switch (component.Text("type"))
        {
            case "panel" or "fieldset" or "well" or "container" or "columns" or "table" or "tabs":
                foreach (var inner in Inside(component))
                {
                    Into(question => add(Under(component, question)), inner, when);
                }

                break;
            case "datagrid" or "editgrid" or "datatable":
                Grid(add, component, when);
                break;
            case "button" or "content" or "htmlelement" or "recaptcha":
                fields.Pass(component, own);
                break;
            default:
                fields.Read(component, when, add);
                break;
        }
    }

    private void Grid(Action<QuestionDraft> add, JsonObject component, IReadOnlyList<ConditionDraft> when)
    {
        var group = fields.Group(component, when);
        foreach (var inner in component.List("components"))
        {
            Into(group.Add, inner, []);
        }

        if (group.Items.Count > 0)
        {
            add(group);
        }
        else
        {
            group.Counted.ForEach(c => c.Lose("nothing that is asked in it could be carried"));
        }
    }

    // Conditions name what stands in a container by both keys.
    private static QuestionDraft Under(JsonObject component, QuestionDraft question)
    {
        if (component.Text("type") == "container" && component.Text("key") is { } key)
        {
            question.OtherKeys.Add($"{key}.{question.Key}");
        }

        return question;
    }

    private static IEnumerable<JsonObject> Inside(JsonObject component) => component.Text("type") switch
    {
        "columns" => component.List("columns").SelectMany(c => c.List("components")),
        "table" => (component["rows"] as JsonArray ?? []).OfType<JsonArray>().SelectMany(r => r.OfType<JsonObject>()).SelectMany(c => c.List("components")),
        "tabs" => component.List("components").SelectMany(t => t.List("components")),
        _ => component.List("components"),
    };
}
