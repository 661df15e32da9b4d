using Platform.Core.Releases;

namespace Platform.Core.Tests.Releases;

public sealed class ReleaseVersionTests
{
    // The example of Semantic Versioning 2.0.0, section 11, and around it.
    private static readonly string[] Ascending =
        ["0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0"];

    [Fact]
    public void Versions_stand_in_the_order_of_the_standard()
    {
        var versions = Ascending.Select(ReleaseVersion.Parse).ToList();

        Assert.All(versions.SelectMany((a, i) => versions.Select((b, j) => (a, b, i, j))), p => Assert.Equal(p.i.CompareTo(p.j), Math.Sign(p.a.CompareTo(p.b))));
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("v1.0.0")]
    [InlineData("01.0.0")]
    [InlineData("1.0.0-01")]
    [InlineData("1.0.0\n")]
    [InlineData("")]
    public void What_is_no_version_is_refused(string text) => Assert.Throws<FormatException>(() => ReleaseVersion.Parse(text));
}
