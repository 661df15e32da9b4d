using Microsoft.AspNetCore.Http;
using Platform.Core.Files;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Drafts;

/// <summary>What a page's form sent, ready to be saved.</summary>
/// <param name="Files">Stored already, named with the save.</param>
public sealed record PageInput(Typed Typed, IReadOnlyList<UploadedFile> Files);

/// <summary>Takes what a page's form sent: fields of the page's questions, uploads, and the buttons "add another" and "remove".</summary>
public sealed class PageInputs(CaseFiles files)
{
    /// <param name="stored">What is stored of the page: files sent before stay unless a new one comes.</param>
    public async Task<PageInput> ReadAsync(Guid caseId, FormPage page, Typed stored, IFormCollection form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(form);
        var typed = TypedOn(page, form);
        var uploads = new List<UploadedFile>();
        foreach (var (field, question) in FileFields.Of(page, typed))
        {
            typed = await FileAsync(caseId, typed, field, question, stored, form, uploads, cancellationToken);
        }

        return new(Buttons(typed, form), uploads);
    }

    /// <summary>What stands in the fields of the page's questions; files and buttons not yet looked at.</summary>
    public static Typed TypedOn(FormPage page, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(form);
        var ids = page.Questions.Select(q => q.Id).ToHashSet();
        return new(form.Where(f => ids.Contains(f.Key.Split('.')[0])).Select(f => KeyValuePair.Create(f.Key, (IReadOnlyList<string>)[.. f.Value.Select(v => (v ?? "").Replace("\0", "", StringComparison.Ordinal))])));
    }

    /// <summary>What was typed, with the files that are stored.</summary>
    public static Typed Keep(FormPage page, Typed typed, Typed stored) =>
        FileFields.Replace(page, typed, (file, _) => stored.Below(file.Field).Without("refused"));

    // What the client sent below the field is gone first; what was stored there stays unless a new file comes.
    private async Task<Typed> FileAsync(
        Guid caseId, Typed typed, string field, FileQuestion question, Typed stored, IFormCollection form, List<UploadedFile> uploads, CancellationToken cancellationToken)
    {
        var clean = typed.Without(field).With(field);
        if (form.Files.GetFile(field) is not { FileName.Length: > 0 } sent)
        {
            return form["remove-file"] == field ? clean : clean.And(stored.Below(field).Without("refused").Under(field));
        }

        try
        {
            await using var content = sent.OpenReadStream();
            var file = await files.StoreAsync(caseId, sent.FileName, content, question.Limits, cancellationToken);
            uploads.Add(file);
            return clean.With($"{field}.id", $"{file.Stored.Id:D}").With($"{field}.name", file.Name)
                .With($"{field}.size", FormattableString.Invariant($"{file.Stored.Length}")).With($"{field}.type", file.Stored.Type.MediaType);
        }
        catch (FileRefusedException refused)
        {
            return clean.With($"{field}.refused", $"{refused.Refusal}");
        }
    }

    private static Typed Buttons(Typed typed, IFormCollection form)
    {
        if (form["add"] is [{ Length: > 0 } add])
        {
            return typed.With($"{add}.{GroupQuestion.Count(typed.Below(add))}._", "");
        }

        return form["remove"] is [{ Length: > 0 } remove] && remove.Split('.') is [var group, var at] && TypedNumber.Whole(at) is { } n ? Remove(typed, group, n) : typed;
    }

    // The items after the removed one move up.
    private static Typed Remove(Typed typed, string group, int removed)
    {
        var items = typed.Below(group);
        var kept = Enumerable.Range(0, GroupQuestion.Count(items)).Where(n => n != removed).Select(n => items.Below($"{n}")).ToList();
        return kept.Index().Aggregate(typed.Without(group).With(group, ""), (all, item) => all.And(item.Item.With("_", "").Under($"{group}.{item.Index}")));
    }
}
