using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Form;

/// <summary>A question as somebody filled it in.</summary>
/// <param name="Field">The name of its field on the page, as <c>parents.0.name</c>.</param>
/// <param name="Mistakes">A required answer that is missing is one, too. Shown only where the question was asked.</param>
/// <param name="Items">Of a group.</param>
public sealed record FilledQuestion(FormQuestion Asked, string Field, Typed Typed, JsonNode? Answer, IReadOnlyList<Mistake> Mistakes, IReadOnlyList<IReadOnlyList<FilledQuestion>> Items)
{
    /// <summary>The local day on which it is judged.</summary>
    public required DateOnly Day { get; init; }

    public bool IsComplete => Mistakes.Count == 0 && Items.All(i => i.All(q => q.IsComplete));

    /// <summary>The same before anybody judges it: the person is still at it.</summary>
    public FilledQuestion Unjudged => this with { Mistakes = [], Items = [.. Items.Select(i => i.Select(q => q.Unjudged).ToList())] };

    /// <summary>This question and those of its items.</summary>
    public IEnumerable<FilledQuestion> All => Items.SelectMany(i => i).SelectMany(q => q.All).Prepend(this);
}

/// <summary>A page as somebody filled it in; only the questions whose condition holds.</summary>
public sealed record FilledPage(FormPage Page, IReadOnlyList<FilledQuestion> Questions)
{
    public bool IsComplete => Questions.All(q => q.IsComplete);

    /// <inheritdoc cref="FilledQuestion.Unjudged"/>
    public FilledPage Unjudged => this with { Questions = [.. Questions.Select(q => q.Unjudged)] };
}

/// <summary>A whole form: the pages that are reached, the answers that count, the values expressions read.</summary>
public sealed record FilledForm(IReadOnlyList<FilledPage> Pages, JsonObject Answers, IReadOnlyDictionary<string, object?> Values)
{
    public bool IsComplete => Pages.All(p => p.IsComplete);

    public FilledPage? Page(string id) => Pages.FirstOrDefault(p => p.Page.Id == id);
}

/// <summary>Reads what was typed against the definition: which pages are reached, which answers hold, what is wrong.</summary>
/// <param name="facts">Values of the facts by root.</param>
internal sealed class FormFilling(IStringLocalizer t, Pack pack, FeelMoment moment, IReadOnlyDictionary<string, object?> facts)
{
    private readonly DateOnly today = moment.Instant.InZone(moment.Zone).Date.ToDateOnly();

    /// <param name="typed">What was typed on a page.</param>
    public FilledForm Fill(FormSection form, Func<string, Typed> typed)
    {
        var values = new Dictionary<string, object?>(facts);
        var answers = new JsonObject();
        var pages = new List<FilledPage>();
        foreach (var question in form.Questions)
        {
            values[question.Id] = null;
        }

        foreach (var page in form.Pages.Where(p => p.When?.IsTrue(values, moment) ?? true))
        {
            pages.Add(new(page, Fill(page.Questions, typed(page.Id), "", values, answers)));
        }

        return new(pages, answers, values);
    }

    /// <summary>Fills in a list of questions. Answers go to <paramref name="answers"/>, values to <paramref name="values"/>.</summary>
    public IReadOnlyList<FilledQuestion> Fill(IReadOnlyList<FormQuestion> questions, Typed typed, string prefix, Dictionary<string, object?> values, JsonObject answers)
    {
        var filled = new List<FilledQuestion>();
        foreach (var question in questions.Where(q => q.When?.IsTrue(values, moment) ?? true))
        {
            var one = Fill(question, typed.Below(question.Id), prefix + question.Id, values);
            filled.Add(one);
            if (one.Answer is not null)
            {
                answers[question.Id] = one.Answer.DeepClone();
            }
        }

        return filled;
    }

    private FilledQuestion Fill(FormQuestion asked, Typed typed, string field, Dictionary<string, object?> values)
    {
        var reading = new AnswerReading(t, pack, today);
        var items = asked.Question is GroupQuestion group ? Items(asked, group, typed, field, values) : [];
        var answer = Answer(asked, typed, items, values, reading);
        values[asked.Id] = answer is null ? null : asked.Value is { } computed ? computed.Value(values, moment) : asked.Question.ToFeel(answer);
        if (answer is not null && reading.Mistakes.Count == 0 && items.All(i => i.Questions.All(q => q.IsComplete)) && !(asked.Must?.IsTrue(values, moment) ?? true))
        {
            reading.Add(asked.Question.Error is { } error ? t.Pack(error).Value : t["Check this answer"], asked.Question.FirstPart(pack));
        }

        return new(asked, field, typed, answer, reading.Mistakes, [.. items.Select(i => i.Questions)]) { Day = today };
    }

    private JsonNode? Answer(FormQuestion asked, Typed typed, IReadOnlyList<Item> items, Dictionary<string, object?> values, AnswerReading reading)
    {
        switch (asked.Question)
        {
            case ComputedQuestion:
                return Json(asked.Value?.Value(values, moment));
            case GroupQuestion group:
                var given = items.Select(i => i.Answers).OfType<JsonObject>().ToArray<JsonNode>();
                CheckCount(group, given.Length, reading);
                return new JsonArray(given);
            case var question when question.IsTyped(typed):
                var answer = question.Read(typed, reading);
                return reading.Mistakes.Count == 0 ? answer : null;
            case { Optional: false } question:
                reading.Add(question.Missing(t, t.Pack(question.Label).Value), question.FirstPart(pack));
                return null;
            default:
                return null;
        }
    }

    private List<Item> Items(FormQuestion asked, GroupQuestion group, Typed typed, string field, Dictionary<string, object?> values) =>
        [.. Enumerable.Range(0, group.Shown(typed)).Select(n =>
        {
            var (item, answers) = (typed.Below($"{n}"), new JsonObject());
            var questions = Fill(asked.Items, item, $"{field}.{n}.", new(values), answers);
            return group.LeavesOut(item) ? new Item([.. questions.Select(q => q.Unjudged)], null) : new Item(questions, answers);
        })];

    private void CheckCount(GroupQuestion group, int count, AnswerReading reading)
    {
        if (count < group.Min)
        {
            reading.Add(group.Missing(t, t.Pack(group.Label).Value));
        }

        if (count > group.Max)
        {
            reading.Add(t["{0}: remove some, no more than {1} are possible", t.Pack(group.Label).Value, group.Max]);
        }
    }

    private static JsonValue? Json(object? value) => value switch
    {
        decimal number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        string text => JsonValue.Create(text),
        null => null,
        NodaTime.LocalDate date => JsonValue.Create(date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        _ => null,
    };

    // Without answers where it is left out.
    private sealed record Item(IReadOnlyList<FilledQuestion> Questions, JsonObject? Answers);
}
