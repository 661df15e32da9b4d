using System.Text.Json.Nodes;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.JsonSchemas;

/// <summary>
/// A JSON Schema (2020-12 or draft-07) of one object: its properties are questions, nested objects pages, lists of objects repeats, and what stands behind
/// <c>if</c>, <c>dependentSchemas</c> and the branches of <c>oneOf</c> hangs on a condition.
/// </summary>
internal sealed class SchemaForm
{
    private static readonly string[] Untold = ["anyOf", "not", "patternProperties", "propertyNames", "contains", "unevaluatedProperties"];

    // A form that somebody fills in has no more; a definition that holds itself has no end.
    private const int Deepest = 12;

    private readonly FormDraft form = new();
    private readonly SchemaReferences references;
    private readonly SchemaFields fields;
    private int depth;

    private SchemaForm(JsonObject json)
    {
        references = new(json);
        fields = new(references, form.Carrying);
        (form.Title, form.Summary) = (FormText.Of(json.Text("title")), FormText.Of(json.Text("description")));
    }

    public static FormDraft Read(JsonObject json)
    {
        var reader = new SchemaForm(json);
        var first = new PageDraft("page_1");
        reader.form.Pages.Add(first);
        reader.Object(json, first.Questions.Add, "", [], first);
        reader.form.Pages.RemoveAll(p => p.Questions.Count == 0);
        return reader.form;
    }

    // At the first level objects are pages, and what stands between them goes on the page before.
    private void Object(JsonObject schema, Action<QuestionDraft> add, string path, IReadOnlyList<ConditionDraft> when, PageDraft? page)
    {
        if (depth == Deepest)
        {
            form.Carrying.Find(Part.Fields, path.TrimEnd('.')).Lose($"its definition holds itself, or is nested more than {Deepest} times");
            return;
        }

        depth++;
        Parts(schema, add, path, when, page);
        depth--;
    }

    private void Parts(JsonObject schema, Action<QuestionDraft> add, string path, IReadOnlyList<ConditionDraft> when, PageDraft? page)
    {
        var required = (schema["required"] as JsonArray)?.Select(r => r!.ToString()).ToHashSet() ?? [];
        foreach (var (name, node) in (schema["properties"] as JsonObject) ?? [])
        {
            if (references.Resolve(node) is not { } property)
            {
                form.Carrying.Find(Part.Fields, path + name).Lose("its definition is not in the file");
                continue;
            }

            if (page is not null && SchemaFields.IsObject(property))
            {
                Page(name, property, path, when);
                page = new PageDraft($"page_{form.Pages.Count + 1}");
                form.Pages.Add(page);
                add = page.Questions.Add;
            }
            else
            {
                Property(name, property, required.Contains(name), add, path, when);
            }
        }

        new SchemaConditions(references, form.Carrying).Each(schema, path, (branch, condition) => Object(branch, add, path, [.. when, condition], null), Known);
        foreach (var key in Untold.Where(k => schema[k] is not null))
        {
            form.Carrying.Note(path.Length == 0 ? "the form" : path.TrimEnd('.'), $"'{key}' has no counterpart in forms");
        }
    }

    // True where a property is asked already: a branch can only say more of it.
    private bool Known(string path, string name) => form.Questions.Any(q => q.IsCalled(path + name));

    private void Page(string name, JsonObject schema, string path, IReadOnlyList<ConditionDraft> when)
    {
        var page = new PageDraft(name) { Title = FormText.Of(schema.Text("title")) };
        page.When.AddRange(when);
        form.Pages.Add(page);
        Object(schema, page.Questions.Add, $"{path}{name}.", [], null);
    }

    private void Property(string name, JsonObject schema, bool required, Action<QuestionDraft> add, string path, IReadOnlyList<ConditionDraft> when)
    {
        if (SchemaFields.IsObject(schema))
        {
            Object(schema, add, $"{path}{name}.", when, null);
            return;
        }

        if (schema.Text("type") == "array" && references.Resolve(schema["items"]) is { } item && SchemaFields.IsObject(item))
        {
            Repeat(name, schema, item, required, add, path, when);
            return;
        }

        if (fields.Read(name, schema, required, path) is { } question)
        {
            question.When.AddRange(when);
            add(question);
        }
    }

    private void Repeat(string name, JsonObject schema, JsonObject item, bool required, Action<QuestionDraft> add, string path, IReadOnlyList<ConditionDraft> when)
    {
        var group = fields.Group(name, schema, required, path);
        group.When.AddRange(when);
        Object(item, group.Add, "", [], null);
        if (group.Items.Count > 0)
        {
            add(group);
        }
        else
        {
            group.Counted.ForEach(c => c.Lose("nothing that is asked in it could be carried"));
        }
    }
}
