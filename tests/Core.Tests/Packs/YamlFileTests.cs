using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs;

public sealed class YamlFileTests
{
    [Theory]
    [InlineData("a: &x 1\nb: *x", "1: The anchor '&x' is not allowed: write the value out wherever it is needed.", "2: The alias '*x' is not allowed: write the value out.")]
    [InlineData("a: 1\nb: 2\na: 3", "3: The key 'a' stands twice in this map: keep one of the two.")]
    [InlineData("a: !!int 1", "1: The tag 'tag:yaml.org,2002:int' is not allowed: write the plain value.")]
    [InlineData("a: 1\n---\nb: 2", "2: The file holds a second document: remove everything from the line '---' on.")]
    [InlineData("a: 1\n? [x]\n: 2", "2: A key must be one word: quote it if it holds a bracket or a comma.")]
    public void What_a_reader_of_the_file_could_not_follow_is_refused(string text, params string[] expected)
    {
        var problems = new PackProblems();
        YamlFile.Parse("small", "x.yaml", text, problems);

        Assert.Equal(expected, problems.Errors.Select(p => $"{p.Line}: {p.Message}"));
    }

    [Fact]
    public void Text_that_is_not_yaml_is_a_mistake_with_its_line()
    {
        var problems = new PackProblems();

        Assert.Null(YamlFile.Parse("small", "x.yaml", "a: 1\nb: [1, 2\nc: 3", problems));
        Assert.Equal(3, problems.Errors.Single().Line);
    }

    [Fact]
    public void Values_nested_without_end_are_refused()
    {
        var problems = new PackProblems();

        Assert.Null(YamlFile.Parse("small", "x.yaml", new string('[', 5000), problems));
        Assert.False(problems.None);
    }

    [Fact]
    public void An_empty_file_is_nothing_and_no_mistake()
    {
        var problems = new PackProblems();

        Assert.Null(YamlFile.Parse("small", "x.yaml", "# only a note\n", problems));
        Assert.True(problems.None);
    }
}
