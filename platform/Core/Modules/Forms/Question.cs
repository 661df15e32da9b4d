using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Feel;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Core.Modules.Forms;

/// <summary>How officials may find cases by an answer.</summary>
public enum AnswerSearch
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By the whole value, as an identity number.</summary>
    Exact,

    /// <summary>By each part of a name.</summary>
    Name,
}

/// <summary>
/// One question of a form, as a pack defines it. A question type is a sealed class below this one, named <c>{Name}Question</c>, which reads its
/// own keys in its constructor and is registered with <see cref="ModuleBuilder.Question{T}"/>. Instances never change and serve all threads.
/// </summary>
public abstract class Question
{
    /// <summary>Reads the keys that all questions have.</summary>
    protected Question(NodeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Id = reader.Id();
        Source = reader.Source;
        Label = reader.Text("label");
        Hint = reader.OptionalText("hint");
        Icon = reader.Icon("icon");
        Optional = reader.Flag("optional");
        When = reader.Scalar("when");
        Must = reader.Scalar("must");
        Error = reader.OptionalText("error");
        Prefill = reader.Scalar("prefill");
        Search = reader.Choice("search", AnswerSearch.None);
    }

    /// <summary>Unique in its form; the name of its answer in expressions.</summary>
    public string Id { get; }

    public PackSource Source { get; }

    public PackText Label { get; }

    public PackText? Hint { get; }

    /// <summary>Name of a line icon that stands beside it.</summary>
    public string? Icon { get; }

    public bool Optional { get; }

    /// <summary>FEEL over the answers before it: asked only where it is true.</summary>
    public PackScalar? When { get; }

    /// <summary>FEEL that must be true of the answer; else <see cref="Error"/> is shown.</summary>
    public PackScalar? Must { get; }

    public PackText? Error { get; }

    /// <summary>A path into a fact, as <c>person.name</c>: shown to the person, and taken over once she says that it is still right.</summary>
    public PackScalar? Prefill { get; }

    public AnswerSearch Search { get; }

    /// <summary>The type of the answer in expressions. An unanswered question is null there.</summary>
    public abstract FeelType Type { get; }

    /// <summary>The Razor partial that asks it: by convention <c>Questions/_{Name}</c>.</summary>
    public virtual string Partial => $"Questions/_{GetType().Name[..^nameof(Question).Length]}";

    /// <summary>True where the fields need a <c>fieldset</c> and its label is the legend, as radios and dates do.</summary>
    public virtual bool HasSeveralFields => false;

    /// <summary>True where the question is short enough for a cell of a table.</summary>
    public virtual bool FitsCell => true;

    /// <summary>
    /// The answer, or null where nothing was typed. What is wrong goes to <paramref name="reading"/>, all of it; the result is then not used.
    /// Called also for optional questions left empty; that a required one is empty is found by the form.
    /// </summary>
    public abstract JsonNode? Read(Typed typed, AnswerReading reading);

    /// <summary>The answer in words, in the language of <paramref name="showing"/>.</summary>
    public abstract string Show(JsonNode answer, AnswerShowing showing);

    /// <summary>The answer as expressions see it.</summary>
    public virtual object? ToFeel(JsonNode answer) => AnswerValues.ToFeel(answer);

    /// <summary>The answer as if typed, for prefilling and correcting.</summary>
    public virtual Typed ToTyped(JsonNode answer) => Typed.From(answer);

    /// <summary>True where something was typed, so that an answer can be expected of it.</summary>
    public virtual bool IsTyped(Typed typed) => !typed.IsEmpty;

    /// <summary>The part whose field a mistake about the whole answer is linked to.</summary>
    public virtual string FirstPart(Pack pack) => "";

    /// <summary>The words to use where an answer is missing.</summary>
    public virtual string Missing(IStringLocalizer t, string label) => t["Give an answer: {0}", label];

    /// <summary>The ids of files that the answer names.</summary>
    public virtual IEnumerable<Guid> Files(JsonNode answer) => [];

    /// <summary>What officials may find the case by; only asked where <see cref="Search"/> says so.</summary>
    public virtual string? Searched(JsonNode answer) => ToFeel(answer) as string;
}

/// <summary>How a question type is made from a pack.</summary>
public interface IQuestion<TSelf> where TSelf : Question
{
    /// <summary>Reads the question; mistakes go to the reader, and something harmless is returned.</summary>
    static abstract TSelf Read(NodeReader reader, SectionContext context);
}
