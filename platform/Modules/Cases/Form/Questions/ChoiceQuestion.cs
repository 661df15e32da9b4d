using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>One thing to choose.</summary>
/// <param name="Icon">Name of a line icon.</param>
internal sealed record FormOption(string Id, PackText Label, PackText? Hint, string? Icon);

/// <summary>What can be chosen: options written with the question, or a list of <c>choices.yaml</c>.</summary>
internal static class FormOptions
{
    public static IReadOnlyList<FormOption> Read(NodeReader reader, SectionContext context)
    {
        var own = reader.List("options", r => new FormOption(r.Id(), r.Text("label"), r.OptionalText("hint"), r.Icon("icon")));
        var list = context.Choices(reader.Scalar("choices"));
        if (own.Count == 0 == (list is null) && !(reader.Has("choices") && own.Count == 0))
        {
            reader.Problems.Add(reader.Source, "A choice needs either 'options: [{{id, label}}]' or 'choices: <list of choices.yaml>'.");
        }

        return list is null ? own : [.. context.Pack.Choices.Find(list)?.Choices.Select(c => new FormOption(c.Id, c.Label, null, c.Icon)) ?? []];
    }
}

/// <summary>One of several: radios, or a select where there are many.</summary>
internal sealed class ChoiceQuestion(NodeReader reader, IReadOnlyList<FormOption> options) : Question(reader), IQuestion<ChoiceQuestion>
{
    public IReadOnlyList<FormOption> Options => options;

    public override FeelType Type => FeelType.String;

    public override bool HasSeveralFields => true;

    public static ChoiceQuestion Read(NodeReader reader, SectionContext context) => new(reader, FormOptions.Read(reader, context));

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        if (typed.IsEmpty)
        {
            return null;
        }

        if (!options.Any(o => o.Id == typed[""]))
        {
            reading.Add(reading.T["Choose one of the answers"]);
        }

        return JsonValue.Create(typed[""]);
    }

    public override string Show(JsonNode answer, AnswerShowing showing) => showing.Text(options.First(o => o.Id == (string)answer!).Label);

    public override string Missing(IStringLocalizer t, string label) => t["Choose an answer: {0}", label];
}

/// <summary>Any of several: checkboxes.</summary>
internal sealed class ChoicesQuestion(NodeReader reader, IReadOnlyList<FormOption> options) : Question(reader), IQuestion<ChoicesQuestion>
{
    private readonly Limits<int> limits = new(reader.Whole("min", 1), reader.Whole("max", 1));

    public IReadOnlyList<FormOption> Options => options;

    public override FeelType Type { get; } = new FeelType.List(FeelType.String);

    public override bool HasSeveralFields => true;

    public override bool FitsCell => false;

    public static ChoicesQuestion Read(NodeReader reader, SectionContext context) => new(reader, FormOptions.Read(reader, context));

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        var chosen = typed.All().Distinct().ToList();
        if (chosen.Any(c => !options.Any(o => o.Id == c)))
        {
            reading.Add(reading.T["Choose from the answers"]);
        }

        if (chosen.Count > 0 && !limits.Allow(chosen.Count))
        {
            reading.Add(limits.Say(
                (min, max) => reading.T["Choose from {0} to {1} answers", min, max], min => reading.T["Choose at least {0} answers", min], max => reading.T["Choose no more than {0} answers", max]));
        }

        // In the order of the definition, whatever order they came in.
        return chosen.Count == 0 ? null : new JsonArray([.. options.Where(o => chosen.Contains(o.Id)).Select(o => (JsonNode)o.Id)]);
    }

    public override string Show(JsonNode answer, AnswerShowing showing) =>
        showing.T.Formats().List([.. answer.AsArray().Select(a => showing.Text(options.First(o => o.Id == (string)a!).Label))]);

    public override string Missing(IStringLocalizer t, string label) => t["{0}: choose at least one answer", label];
}

/// <summary>Yes or no.</summary>
internal sealed class YesNoQuestion(NodeReader reader) : Question(reader), IQuestion<YesNoQuestion>
{
    public override FeelType Type => FeelType.Boolean;

    public override bool HasSeveralFields => true;

    public static YesNoQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        switch (typed[""].ToLowerInvariant())
        {
            case "":
                return null;
            case "yes" or "true":
                return JsonValue.Create(true);
            case "no" or "false":
                return JsonValue.Create(false);
            default:
                reading.Add(reading.T["Choose yes or no"]);
                return null;
        }
    }

    public override string Show(JsonNode answer, AnswerShowing showing) => answer.GetValue<bool>() ? showing.T["Yes"] : showing.T["No"];

    public override Typed ToTyped(JsonNode answer) => Typed.Nothing.With("", answer.GetValue<bool>() ? "yes" : "no");

    public override string Missing(IStringLocalizer t, string label) => t["{0}: choose yes or no", label];
}

/// <summary>A sentence the person stands by; there is no case without it.</summary>
internal sealed class DeclarationQuestion(NodeReader reader) : Question(reader), IQuestion<DeclarationQuestion>
{
    public override FeelType Type => FeelType.Boolean;

    public override bool FitsCell => false;

    public static DeclarationQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    public override JsonNode? Read(Typed typed, AnswerReading reading) => typed[""] is "yes" or "true" ? JsonValue.Create(true) : null;

    public override bool IsTyped(Typed typed) => typed[""] is "yes" or "true";

    public override string Show(JsonNode answer, AnswerShowing showing) => showing.T["Confirmed"];

    public override Typed ToTyped(JsonNode answer) => Typed.Nothing.With("", "yes");

    public override string Missing(IStringLocalizer t, string label) => t["Confirm: {0}", label];
}
