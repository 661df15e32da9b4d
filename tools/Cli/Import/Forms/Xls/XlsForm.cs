using Platform.Cli.Import.Forms.Terms;
using Platform.Cli.Import.Sources;

namespace Platform.Cli.Import.Forms.Xls;

/// <summary>An XLSForm (xlsform.org): the sheets <c>survey</c>, <c>choices</c> and <c>settings</c> of a workbook.</summary>
internal sealed class XlsForm
{
    private readonly FormDraft form = new();
    private readonly XlsTexts texts;
    private readonly XlsFields fields;
    private readonly Stack<Frame> frames = new();
    private PageDraft? loose;

    private XlsForm(SourceTable survey, SourceTable? choices, SourceRow? settings)
    {
        texts = new(survey, choices);
        fields = new(texts, choices, form.Carrying);
        (form.Title, form.Language) = (FormText.Of(settings?.First("form_title")), XlsTexts.Tag(settings?.First("default_language") ?? "") ?? "");
        fields.PassColumns(survey);
    }

    /// <exception cref="ImportException">There is no sheet <c>survey</c>.</exception>
    public static FormDraft Read(string file)
    {
        var sheets = Workbook.Read(file);
        SourceTable? Sheet(string name) => sheets.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
        var survey = Sheet("survey") ?? throw new ImportException($"There is no sheet 'survey' in {Path.GetFileName(file)}: is it an XLSForm?");
        var reader = new XlsForm(survey, Sheet("choices"), Sheet("settings") is { Rows: [var first, ..] } ? first : null);
        foreach (var row in survey.Rows)
        {
            reader.Row(row);
        }

        return reader.form;
    }

    private void Row(SourceRow row)
    {
        var type = (row.First("type") ?? "").Replace('_', ' ').ToLowerInvariant();
        switch (type)
        {
            case "":
                break;
            case "begin group" or "begin repeat":
                Begin(row, type == "begin repeat");
                break;
            case "end group" or "end repeat":
                End();
                break;
            default:
                fields.Read(row, [.. frames.SelectMany(f => f.When)], Put);
                break;
        }
    }

    // Groups of the first level are pages; a group inside one has no place of its own here, and what it hangs on, its questions hang on.
    private void Begin(SourceRow row, bool repeat)
    {
        var when = fields.Relevant(row);
        if (repeat)
        {
            var group = fields.Repeat(row);
            group.When.AddRange([.. frames.SelectMany(f => f.When), .. when]);
            frames.Push(new(null, group, []));
        }
        else if (frames.Count == 0)
        {
            var page = new PageDraft(row.First("name") ?? "page") { Title = texts.Of(row, "label") };
            page.When.AddRange(when);
            form.Pages.Add(page);
            frames.Push(new(page, null, []));
        }
        else
        {
            frames.Push(new(null, null, when));
        }
    }

    private void End()
    {
        if (frames.TryPop(out var frame) && frame.Group is { } group)
        {
            if (group.Items.Count > 0)
            {
                Put(group);
            }
            else
            {
                group.Counted.ForEach(c => c.Lose("nothing that is asked in it could be carried"));
            }
        }

        loose = null;
    }

    private void Put(QuestionDraft question)
    {
        if (frames.FirstOrDefault(f => f.Group is not null) is { Group: { } group })
        {
            group.Add(question);
            return;
        }

        var page = frames.FirstOrDefault(f => f.Page is not null)?.Page ?? (loose ??= Loose());
        page.Questions.Add(question);
    }

    private PageDraft Loose()
    {
        var page = new PageDraft($"page_{form.Pages.Count + 1}");
        form.Pages.Add(page);
        return page;
    }

    private sealed record Frame(PageDraft? Page, QuestionDraft? Group, IReadOnlyList<ConditionDraft> When);
}
