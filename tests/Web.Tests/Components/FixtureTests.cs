using System.Globalization;
using Platform.Testing;

namespace Platform.Web.Tests.Components;

/// <summary>Our tag helpers give what govuk-frontend's macros give, wherever they offer the same option.</summary>
public sealed class FixtureTests
{
    private static readonly string ListFile = Path.Combine(TestFolder.RepositoryRoot, "tests/Web.Tests/unsupported-options.txt");

    public static IEnumerable<TheoryDataRow<string, string>> Examples() =>
        from mapping in Mapping.All
        from fixture in Fixture.Of(mapping.Component)
        where !mapping.Unsupported(fixture).Any()
        select new TheoryDataRow<string, string>(mapping.Component, fixture.Name);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_gives_the_same_markup(string component, string example)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        var mapping = Mapping.All.Single(m => m.Component == component);
        var fixture = Fixture.Of(component).First(f => f.Name == example);
        var html = await mapping.Say(fixture.Options).RenderAsync();
        Assert.Equal(PlainHtml.Of(mapping.Expected(fixture)), PlainHtml.Of(html));
    }

    [Fact]
    public void Options_that_our_components_leave_out_are_listed()
    {
        var lines = Mapping.All.Select(m =>
        {
            var fixtures = Fixture.Of(m.Component);
            var unsupported = fixtures.Select(f => m.Unsupported(f).ToList()).ToList();
            var options = unsupported.SelectMany(u => u).Distinct().Order(StringComparer.Ordinal);
            return $"{m.Component}: {unsupported.Count(u => u.Count == 0)} of {fixtures.Count} examples; not offered: {string.Join(", ", options.DefaultIfEmpty("nothing"))}";
        });
        var actual = string.Join('\n', lines) + "\n";
        Assert.True(File.ReadAllText(ListFile) == actual, $"Write this to {ListFile}, if it is meant:\n{actual}");
    }

    [Fact]
    public void Every_component_has_an_example_that_it_follows() =>
        Assert.All(Mapping.All, m => Assert.Contains(Fixture.Of(m.Component), f => !m.Unsupported(f).Any()));
}
