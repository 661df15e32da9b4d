using System.Globalization;
using Platform.Core.Texts;

namespace Platform.Core.Tests.Texts;

public sealed class PseudoTests : IDisposable
{
    private const string Text = "Pay <b>{0}</b> by {1:d} &amp; wait for {{name}} at the office";
    private readonly TextsOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("qps-ploc")]
    [InlineData("ar-XB")]
    public void Placeholders_and_HTML_stay_as_they_are(string language)
    {
        var made = disk.Texts.Find(language, Text).Value;

        Assert.All(["<b>{0}</b>", "{1:d}", "&amp;", "{{name}}"], kept => Assert.Contains(kept, made, StringComparison.Ordinal));
        Assert.DoesNotContain("Pay ", made, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longer_language_is_accented_bracketed_and_two_fifths_longer()
    {
        var made = disk.Texts.Find("qps-ploc", Text).Value;

        Assert.StartsWith("[Påý", made, StringComparison.Ordinal);
        Assert.EndsWith("]", made, StringComparison.Ordinal);
        Assert.InRange((double)made.Length / Text.Length, 1.35, 1.6);
    }

    [Fact]
    public void Every_word_of_the_mirrored_language_runs_from_the_right() =>
        Assert.Equal("\u202EStart\u202C \u202Enow\u202C {0}", disk.Texts.Find("ar-XB", "Start now {0}").Value);

    [Fact]
    public void It_is_made_for_plurals_and_pack_texts_too()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("qps-ploc");

        Assert.StartsWith("[5 çåšéš", disk.Localizer.Plural(5, "{0} case", "{0} cases"), StringComparison.Ordinal);
        Assert.StartsWith("[Ţîţļé", disk.Localizer.Pack(new PackText("a#b", "Title")).Value, StringComparison.Ordinal);
        Assert.StartsWith("[Šţåŕţ", disk.Localizer["Start now"], StringComparison.Ordinal);
    }
}
