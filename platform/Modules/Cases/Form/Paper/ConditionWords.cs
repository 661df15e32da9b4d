using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Form.Paper;

/// <summary>
/// Puts a condition into words for who fills in a form by hand: <c>tenure = "rented"</c> becomes "How do you live there?" is "I rent it". What has no
/// such simple form names the questions it looks at; what looks at no question is left out, since the writer cannot judge it.
/// </summary>
internal sealed partial class ConditionWords(IStringLocalizer t, IReadOnlyDictionary<string, Question> questions)
{
    public string? Of(PackScalar? condition) => condition is null ? null : Whole(condition.Value.Trim());

    private string? Whole(string text)
    {
        if (Split(text, " or ") is { Count: > 1 } any)
        {
            return Join(any, (a, b) => t["{0} or {1}", a, b], text);
        }

        if (Split(text, " and ") is { Count: > 1 } all)
        {
            return Join(all, (a, b) => t["{0} and {1}", a, b], text);
        }

        return text.StartsWith('(') && text.EndsWith(')') ? Whole(text[1..^1].Trim()) : One(text) ?? Looked(text);
    }

    // Where one side has no words, the whole has none that are true.
    private string? Join(IReadOnlyList<string> sides, Func<string, string, string> join, string text)
    {
        var words = sides.Select(s => Whole(s.Trim())).ToList();
        return words.Contains(null) ? Looked(text) : words.Aggregate((a, b) => join(a!, b!));
    }

    private string? One(string text)
    {
        if (Equal().Match(text) is { Success: true } equal && Find(equal.Groups["id"].Value) is { } asked)
        {
            return Is(asked, AnswerOf(asked, equal.Groups["value"].Value), equal.Groups["not"].Success);
        }

        if (Listed().Match(text) is { Success: true } listed && Find(listed.Groups["id"].Value) is { } one)
        {
            var answers = listed.Groups["values"].Value.Split(',').Select(v => AnswerOf(one, v.Trim())).ToList();
            return answers.Contains(null) ? null : answers.Select(a => Is(one, a, not: false)).Aggregate((a, b) => t["{0} or {1}", a!, b!].Value);
        }

        if (Contains().Match(text) is { Success: true } contains && Find(contains.Groups["id"].Value) is { } several)
        {
            return Is(several, AnswerOf(several, contains.Groups["value"].Value), not: false);
        }

        var yes = Plain().Match(text);
        return yes.Success && Find(yes.Groups["id"].Value) is YesNoQuestion question ? Is(question, yes.Groups["not"].Success ? t["No"].Value : t["Yes"].Value, not: false) : null;
    }

    private string? Is(Question question, string? answer, bool not) => answer is null
        ? null
        : not ? t["{0} is not “{1}”", t.Pack(question.Label).Value, answer].Value : t["{0} is “{1}”", t.Pack(question.Label).Value, answer].Value;

    private string? AnswerOf(Question question, string value) => question switch
    {
        ChoiceQuestion choice => choice.Options.FirstOrDefault(o => o.Id == value.Trim('"')) is { } option ? t.Pack(option.Label).Value : null,
        ChoicesQuestion choices => choices.Options.FirstOrDefault(o => o.Id == value.Trim('"')) is { } option ? t.Pack(option.Label).Value : null,
        YesNoQuestion => value switch { "true" => t["Yes"].Value, "false" => t["No"].Value, _ => null },
        TextQuestion or NumberQuestion => value.Trim('"'),
        _ => null,
    };

    private string? Looked(string text)
    {
        var labels = Word().Matches(Quoted().Replace(text, "")).Select(m => Find(m.Value)).OfType<Question>().Distinct().Select(q => t.Pack(q.Label).Value).ToList();
        return labels.Count == 0 ? null : t["what you wrote under {0} makes it necessary", t.Formats().List([.. labels.Select(l => t["“{0}”", l].Value)])].Value;
    }

    private Question? Find(string path) => questions.GetValueOrDefault(path) ?? questions.GetValueOrDefault(path.Split('.')[^1]);

    private static List<string> Split(string text, string at)
    {
        var parts = new List<string>();
        var (depth, quoted, start) = (0, false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            depth += quoted ? 0 : text[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth == 0 && !quoted && string.CompareOrdinal(text, i, at, 0, at.Length) == 0)
            {
                parts.Add(text[start..i]);
                start = i + at.Length;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    [GeneratedRegex("""^(?<id>[a-z][a-z0-9_.]*)\s*(?<not>!)?=\s*(?<value>"[^"]*"|true|false|-?[0-9.]+)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Equal();

    [GeneratedRegex("""^(?<id>[a-z][a-z0-9_.]*)\s+in\s+\[(?<values>[^\]]*)\]$""", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    [GeneratedRegex("""^list contains\((?<id>[a-z][a-z0-9_.]*),\s*(?<value>"[^"]*")\)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Contains();

    [GeneratedRegex("""^((?<not>not)\()?(?<id>[a-z][a-z0-9_]*)\)?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("""[a-z][a-z0-9_.]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("""
        "[^"]*"
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();
}
