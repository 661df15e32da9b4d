using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Documents.Printing;
using Platform.Testing;

namespace Platform.Modules.Documents.Tests.Sheets;

public sealed partial class PdfTests
{
    // Lao is written without spaces: nothing but the breaking of words keeps this on the page.
    private static readonly string Paragraph = string.Concat(Enumerable.Repeat("ບ້ານເຮືອນຢູ່ທາງຫຼັງໂຮງຮຽນ", 30))[..600];

    [Fact]
    public async Task Six_hundred_Lao_characters_without_a_space_stay_on_the_paper()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "e-laos");
        Assert.SkipUnless(platform.Services.GetRequiredService<PdfPrinter>().IsInstalled, "Chromium is not installed");
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "pdftotext is not installed");
        // The question takes 120 characters; the name of the holder, which has no such limit, is a line of its own.
        var (_, document) = await Issued.OneAsync(platform, name: Paragraph[..119], house: Paragraph[..120]);
        var found = await Issued.AgainAsync(platform, document);

        await using var pdf = (await platform.Services.GetRequiredService<PdfFiles>().OpenAsync(found.Row, default))!;
        var path = Path.Combine(platform.Folder, "document.pdf");
        await using (var file = File.Create(path))
        {
            await pdf.CopyToAsync(file);
        }

        var html = await RunAsync("pdftotext", "-bbox", path, "-");
        var page = Page().Match(html);
        var (width, height) = (Number(page, 1), Number(page, 2));
        Assert.Equal((595, 842), (Math.Round(width), Math.Round(height)));
        var words = Word().Matches(html);
        Assert.NotEmpty(words);
        Assert.All(words, w => Assert.InRange(Number(w, 3), 0, width));
        Assert.All(words, w => Assert.InRange(Number(w, 4), 0, height));
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    [GeneratedRegex("<page width=\"([0-9.]+)\" height=\"([0-9.]+)\"")]
    private static partial Regex Page();

    [GeneratedRegex("<word xMin=\"([0-9.-]+)\" yMin=\"([0-9.-]+)\" xMax=\"([0-9.-]+)\" yMax=\"([0-9.-]+)\"")]
    private static partial Regex Word();
}
