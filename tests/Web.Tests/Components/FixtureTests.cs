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
    public void Examples_that_our_components_cannot_express_are_listed_with_the_options_that_they_leave_out()
    {
        var actual = string.Concat(Mapping.All.SelectMany(m => Missing(m, Fixture.Of(m.Component))).Select(line => line + '\n'));
        Assert.True(File.ReadAllText(ListFile) == actual, $"Write this to {ListFile}, if it is meant:\n{actual}");
    }

    private static IEnumerable<string> Missing(Mapping mapping, IReadOnlyList<Fixture> fixtures)
    {
        var missing = fixtures.Select(f => (f.Name, Options: mapping.Unsupported(f).Order(StringComparer.Ordinal).ToList())).Where(f => f.Options.Count > 0).ToList();
        return missing.Select(f => $"  {f.Name}: {string.Join(", ", f.Options.Distinct())}").Prepend($"{mapping.Component}: {fixtures.Count - missing.Count} of {fixtures.Count} examples");
    }

    [Fact]
    public void Every_component_has_an_example_that_it_follows() =>
        Assert.All(Mapping.All, m => Assert.Contains(Fixture.Of(m.Component), f => !m.Unsupported(f).Any()));
}
