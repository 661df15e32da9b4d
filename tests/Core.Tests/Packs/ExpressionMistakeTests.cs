using Platform.Core.Feel;
using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs;

public sealed class ExpressionMistakeTests
{
    [Theory]
    [InlineData("when: a +", 1)]
    [InlineData("when: |\n  a\n  +", 3)]
    public void A_mistake_in_an_expression_stands_at_its_own_line(string yaml, int line)
    {
        var problems = new PackProblems();
        var expression = (PackScalar)((PackMap)YamlFile.Parse("small", "x.yaml", yaml, problems)!)["when"]!;
        var lines = expression.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

        problems.Add(expression, new FeelError(lines, 3, "Expected {0}.", "a value"));

        Assert.Equal($"x.yaml:{line}: The expression is wrong at its character 3: Expected a value.", problems.Errors.Single().ToString());
    }
}
