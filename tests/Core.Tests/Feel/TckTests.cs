using Platform.Testing;

namespace Platform.Core.Tests.Feel;

public sealed class TckTests
{
    private const int Floor = 1225;

    [Fact]
    public void Cases_of_the_compatibility_kit_evaluate_to_true()
    {
        var cases = File.ReadAllLines(Path.Combine(TestFolder.RepositoryRoot, "tests/Core.Tests/Feel/cases.tsv")).Select(l => l.Split('\t')).ToList();
        var failed = cases.Where(c => Expressions.Value(c[1]) is not true).ToList();

        foreach (var suite in failed.GroupBy(c => c[0]))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{suite.Key}: {suite.Count()} failed\n  {string.Join("\n  ", suite.Select(c => c[1]))}");
        }
        Assert.True(cases.Count - failed.Count >= Floor, $"{cases.Count - failed.Count} of {cases.Count} passed");
    }
}
