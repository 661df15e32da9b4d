using System.Globalization;
using System.Text;
using Platform.Core.Feel;

namespace Platform.Cli.Import.Forms.Writing;

/// <summary>Gives pages, questions and choices the ids they have here, and finds the question that a name of the source means.</summary>
/// <param name="taken">Names of facts: no question may have one.</param>
internal sealed class FormNames(FormDraft form, IReadOnlySet<string> taken)
{
    private static readonly string[] OwnPages = ["check", "sent"];

    private readonly List<QuestionDraft> questions = [.. form.Questions];

    public void Give()
    {
        var pages = new HashSet<string>(OwnPages);
        foreach (var page in form.Pages)
        {
            page.Id = Free(page.Key, "page", pages);
        }

        var outside = new HashSet<string>(taken);
        foreach (var question in questions.Where(q => q.Group is null))
        {
            question.Id = Free(question.Key, "question", outside);
        }

        foreach (var group in questions.Where(q => q.Items.Count > 0))
        {
            var inside = new HashSet<string>(outside);
            group.Items.ForEach(item => item.Id = Free(item.Key, "question", inside));
        }

        questions.ForEach(NameOptions);
    }

    /// <summary>The question of a name, as it is meant at a place: in the same group, else outside of groups, else in another group.</summary>
    public QuestionDraft? Find(string name, QuestionDraft? at)
    {
        // A path through sections and groups ends with the question's own name.
        var called = questions.Where(q => q.IsCalled(name)).ToList() is { Count: > 0 } exactly ? exactly : [.. questions.Where(q => q.IsCalled(name[(name.LastIndexOf('.') + 1)..]))];
        return called.Find(q => at?.Group is not null && q.Group == at.Group) ?? called.Find(q => q.Group is null) ?? called.FirstOrDefault();
    }

    /// <summary>An id of a name: <c>firstName</c> and <c>First name</c> are <c>first_name</c>.</summary>
    public static string Id(string name, string otherwise)
    {
        var id = new StringBuilder(name.Length + 4);
        foreach (var c in Spaced(name).Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                id.Append(char.ToLowerInvariant(c));
            }
            else if (id.Length > 0 && id[^1] != '_')
            {
                id.Append('_');
            }
        }

        var text = id.ToString().TrimEnd('_');
        return text.Length == 0 ? otherwise : char.IsAsciiLetter(text[0]) && IsName(text) ? text : $"{otherwise}_{text}";
    }

    private static void NameOptions(QuestionDraft question)
    {
        var ids = new HashSet<string>();
        question.Options.ForEach(o => o.Id = Free(o.Value, "option", ids));
    }

    private static string Free(string name, string otherwise, HashSet<string> used)
    {
        var id = Id(name, otherwise);
        var free = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? id : FormattableString.Invariant($"{id}_{n}")).First(i => !used.Contains(i));
        used.Add(free);
        return free;
    }

    // A small letter or a figure before a capital ends a word.
    private static string Spaced(string name) =>
        string.Concat(name.Select((c, at) => at > 0 && char.IsAsciiLetterUpper(c) && (char.IsAsciiLetterLower(name[at - 1]) || char.IsAsciiDigit(name[at - 1])) ? $"_{c}" : $"{c}"));

    // Words of FEEL itself, such as "for" and "if", can be no names.
    private static bool IsName(string id) =>
        FeelExpression.Compile($"{id} = 1", new FeelType.Context(new Dictionary<string, FeelType> { [id] = FeelType.Number }), FeelType.Boolean, out _)?.Reads.Contains(id) == true;
}
