using Platform.Core.Feel;
using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs;

public sealed class ExpressionMistakeTests
{
    [Theory]
    [InlineData("when: a +", 1, "a +", 4)]
    [InlineData("when: |\n  a\n  +", 3, "+", 2)]
    public void A_mistake_in_an_expression_stands_at_its_own_line(string yaml, int line, string words, int column)
    {
        var problems = new PackProblems();
        var expression = (PackScalar)((PackMap)YamlFile.Parse("small", "x.yaml", yaml, problems)!)["when"]!;

        Assert.Null(problems.Compile(expression, new FeelType.Context(new Dictionary<string, FeelType> { ["a"] = FeelType.Number }), FeelType.Number));

        Assert.StartsWith($"x.yaml:{line}: The expression '{words}' is wrong at its column {column}: ", problems.Errors.Single().ToString(), StringComparison.Ordinal);
    }
}
