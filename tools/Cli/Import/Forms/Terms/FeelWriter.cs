using Platform.Core.Feel;

namespace Platform.Cli.Import.Forms.Terms;

/// <summary>Writes a term in FEEL, as a question at its place in the form may read it.</summary>
/// <param name="at">The question or, for a page, null.</param>
/// <param name="find">The question that a name of the source means there.</param>
internal sealed class FeelWriter(QuestionDraft? at, Func<string, QuestionDraft?> find)
{
    private const int Or = 1, And = 2, Compared = 3, Added = 4, Multiplied = 5, Whole = 9;

    /// <exception cref="NotCarriedException">It cannot be said.</exception>
    public string Write(Term term) => Said(term).Text;

    private (string Text, int Level) Said(Term term) => term switch
    {
        Answer answer when Box(answer) is { } ticked => (ticked, Whole),
        Answer or Own => (Read(term), Whole),
        Fixed { Value: var value } => (Values.IsNothing(value) ? "null" : FeelText.Format(value), Whole),
        Span span => ($"duration(\"{span.Iso}\")", Whole),
        Joined { Word: var word, Parts: var parts } when word == "and" => (string.Join(" and ", parts.Select(p => Within(p, And))), And),
        Joined { Parts: var parts } => (string.Join(" or ", parts.Select(p => Within(p, Or))), Or),
        Not not => Negated(not.Of),
        Test test => Tested(test),
        Sum sum => Summed(sum),
        Choose choose => ($"(if {Write(choose.If)} then {Write(choose.Then)} else {Write(choose.Else)})", Whole),
        Call call => (FeelFunctions.Write(call, Write, QuestionOf), FeelFunctions.IsTest(call.Name) ? Compared : Whole),
        _ => throw new NotCarriedException($"{term.GetType().Name} has no word here"),
    };

    private string Within(Term term, int level) => Said(term) is var (text, own) && own < level ? $"({text})" : Said(term).Text;

    /// <summary>The question whose answer a term is; null for any other term.</summary>
    private QuestionDraft? QuestionOf(Term term) => term switch
    {
        Own => at,
        Answer answer when Box(answer) is not null => null,
        Answer answer => find(answer.Name) ?? throw new NotCarriedException($"it reads '{answer.Name}', which is not asked"),
        _ => null,
    };

    // One box of several: "colours.red" is true where red is among the colours.
    private string? Box(Answer answer) => answer.Name.LastIndexOf('.') is > 0 and var dot && find(answer.Name) is null && find(answer.Name[..dot]) is { Type: "choices" } question
        ? $"list contains({Read(new Answer(answer.Name[..dot]))}, {Values.Option(question, answer.Name[(dot + 1)..])})"
        : null;

    // Of a question in another group there is a list of answers.
    private string Read(Term term)
    {
        var question = QuestionOf(term)!;
        return question.Group is { } group && group != at?.Group && group != at ? $"{group.Id}.{question.Id}" : question.Id;
    }

    // What was not answered is neither true nor untrue in FEEL; in the sources it is untrue.
    private (string Text, int Level) Negated(Term of) => of switch
    {
        Not { Of: var twice } => Said(twice),
        Test { Sign: "=" } test when !IsSeveral(test) => Said(test with { Sign = "!=" }),
        Test { Sign: "!=" } test when !IsSeveral(test) => Said(test with { Sign = "=" }),
        _ when IsTwoValued(of) => ($"not({Write(of)})", Whole),
        _ => ($"not({Within(of, Added)} = true)", Whole),
    };

    private bool IsSeveral(Test test) => QuestionOf(test.Left)?.Type == "choices" || QuestionOf(test.Right)?.Type == "choices";

    private bool IsTwoValued(Term term) => term switch
    {
        Test { Sign: "=" or "!=" } test => !IsSeveral(test),
        Joined joined => joined.Parts.All(IsTwoValued),
        Not not => IsTwoValued(not.Of),
        _ => false,
    };

    private (string Text, int Level) Tested(Test test)
    {
        if (test is { Left: Fixed, Right: not Fixed })
        {
            return Tested(new(Turned(test.Sign), test.Right, test.Left));
        }

        if (test.Right is Fixed { Value: var value } && QuestionOf(test.Left) is { } question)
        {
            return Compare(test, question, value);
        }

        return ($"{Within(test.Left, Added)} {test.Sign} {Within(test.Right, Added)}", Compared);
    }

    private (string Text, int Level) Compare(Test test, QuestionDraft question, object? value)
    {
        if (question.Type == "choices" && !Values.IsNothing(value))
        {
            var holds = $"list contains({Read(test.Left)}, {Values.For(question, value)})";
            return test.Sign == "=" ? (holds, Whole) : ($"not({holds} = true)", Whole);
        }

        if (test.Sign is not ("=" or "!=") && question.Type is not ("number" or "money" or "date" or "time" or "computed"))
        {
            throw new NotCarriedException($"it compares the size of '{question.Key}', which is a {question.Type}");
        }

        return ($"{Read(test.Left)} {test.Sign} {Values.For(question, value)}", Compared);
    }

    // Between two days stand whole days; to a day, days are added.
    private (string Text, int Level) Summed(Sum sum)
    {
        var (left, right) = (IsDate(sum.Left), IsDate(sum.Right));
        if (left && right && sum.Sign == "-")
        {
            return ($"({Within(sum.Left, Added)} - {Within(sum.Right, Multiplied)}) / duration(\"P1D\")", Multiplied);
        }

        if (left && sum.Right is not Span)
        {
            return ($"{Within(sum.Left, Added)} {sum.Sign} {Days(sum.Right)}", Added);
        }

        var level = sum.Sign is "*" or "/" ? Multiplied : Added;
        return ($"{Within(sum.Left, level)} {sum.Sign} {Within(sum.Right, level + 1)}", level);
    }

    private string Days(Term term) => Constant(term) is { } days && days == decimal.Truncate(days)
        ? FormattableString.Invariant($"duration(\"P{days:0}D\")")
        : $"duration(\"P1D\") * {Within(term, Multiplied + 1)}";

    private static decimal? Constant(Term term) => term switch
    {
        Fixed { Value: decimal number } => number,
        Sum { Sign: "*" } product => Constant(product.Left) * Constant(product.Right),
        Sum { Sign: "+" } sum => Constant(sum.Left) + Constant(sum.Right),
        _ => null,
    };

    private bool IsDate(Term term) => QuestionOf(term)?.Type == "date" || term is Call { Name: "today" } || (term is Sum { Sign: "+" or "-" } sum && IsDate(sum.Left) && !IsDate(sum.Right));

    private static string Turned(string sign) => sign switch { "<" => ">", "<=" => ">=", ">" => "<", ">=" => "<=", _ => sign };
}
