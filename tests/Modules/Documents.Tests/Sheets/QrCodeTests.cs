using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Modules.Documents.Sheets;
using QRCoder;

namespace Platform.Modules.Documents.Tests.Sheets;

public sealed partial class QrCodeTests
{
    [Fact]
    public void The_path_paints_exactly_the_dark_modules()
    {
        const string url = "https://portal.example/verify/0123456789ABCDEFGHJKMNPQRS";
        var qr = QrCode.Of(url);
        using var data = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.Q);
        var dark = data.ModuleMatrix.SelectMany((row, y) => Enumerable.Range(0, row.Count).Where(x => row[x]).Select(x => (x, y))).ToHashSet();

        var painted = Run().Matches(qr.Path).SelectMany(m => Enumerable.Range(Number(m, 1), Number(m, 3)).Select(x => (x, Number(m, 2)))).ToList();

        Assert.Equal(dark.Count, painted.Count);
        Assert.Subset(dark, painted.ToHashSet());
        Assert.Equal(data.ModuleMatrix.Count, qr.Size);
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z")]
    private static partial Regex Run();
}
