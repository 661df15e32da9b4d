using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Documents.Printing;
using Platform.Testing;

namespace Platform.Modules.Documents.Tests.Sheets;

/// <summary>What comes out of the printer, judged by programs of others.</summary>
public sealed partial class PdfTests
{
    private const double Margin = 12 / 25.4 * 72;
    private const double Tolerance = 0.5;

    // Lao is written without spaces: nothing but the breaking of words keeps this on the page.
    private static readonly string Paragraph = string.Concat(Enumerable.Repeat("ບ້ານເຮືອນຢູ່ທາງຫຼັງໂຮງຮຽນ", 30))[..600];

    [Fact]
    public async Task Six_hundred_Lao_characters_without_a_space_stay_inside_the_margins_and_none_is_lost()
    {
        Independent.Needs("pdftotext");
        using var packs = new TestFolder();
        await using var platform = await TestPlatform.StartAsync(pack: WithLongAnswers(packs.Path));
        Assert.SkipUnless(platform.Services.GetRequiredService<PdfPrinter>().IsInstalled, "Chromium is not installed");
        var (_, document) = await Issued.OneAsync(platform, house: Paragraph);
        var path = await SaveAsync(platform, document);

        var (_, html) = await Independent.RunAsync("pdftotext", "-bbox", path, "-");
        var pages = Page().Matches(html);
        Assert.All(pages, page => Assert.Equal((595, 842), (Math.Round(Number(page, 1)), Math.Round(Number(page, 2)))));
        var (width, height) = (Number(pages[0], 1), Number(pages[0], 2));
        var words = Word().Matches(html);
        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.InRange(Number(word, 1), Margin - Tolerance, width - Margin));
        Assert.All(words, word => Assert.InRange(Number(word, 3), Margin, width - Margin + Tolerance));
        Assert.All(words, word => Assert.InRange(Number(word, 2), Margin - Tolerance, height - Margin));
        Assert.All(words, word => Assert.InRange(Number(word, 4), Margin, height - Margin + Tolerance));
        var printed = string.Concat(words.Select(w => w.Groups[5].Value));
        Assert.Contains(Letters(Paragraph), Letters(printed), StringComparison.Ordinal);
    }

    // As a phone sees it from afar, and as a copier does.
    [Theory]
    [InlineData("96")]
    [InlineData("200")]
    public async Task The_square_pattern_on_the_paper_leads_to_the_check_of_this_document(string dotsPerInch)
    {
        Independent.Needs("pdftoppm");
        Independent.Needs("zbarimg");
        await using var platform = await TestPlatform.StartAsync(pack: "e-laos", args: "--public-url=https://portal.example");
        Assert.SkipUnless(platform.Services.GetRequiredService<PdfPrinter>().IsInstalled, "Chromium is not installed");
        var (_, document) = await Issued.OneAsync(platform);
        var code = (await Issued.OpenAsync(platform, document)).Content.Code;
        var image = Path.Combine(platform.Folder, "page");

        await Independent.RunAsync("pdftoppm", "-png", "-singlefile", "-gray", "-r", dotsPerInch, await SaveAsync(platform, document), image);
        var (_, read) = await Independent.RunAsync("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", $"{image}.png");

        Assert.Equal($"https://portal.example/verify/{code}", read.Trim());
    }

    // A layer above the pack: its question takes as long an answer as this.
    private static string WithLongAnswers(string folder)
    {
        foreach (var pack in new[] { "starter", "e-laos" })
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, pack), Path.Combine(TestFolder.RepositoryRoot, "templates/packs", pack));
        }

        var services = Directory.CreateDirectory(Path.Combine(folder, "long", "services")).FullName;
        File.WriteAllText(Path.Combine(folder, "long", "pack.yaml"), "name: long\nextends: e-laos\nversion: 1.0.0\n");
        File.WriteAllText(Path.Combine(services, "residence-certificate.yaml"), """
            id: residence-certificate
            form:
              - page: address
                questions:
                  - {id: house, type: long-text, label: House number or description, optional: true, max-length: 600}

            """);
        return Path.Combine(folder, "long");
    }

    // Marks stand above and below their letter; in which order a PDF gives them back is its own business.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static async Task<string> SaveAsync(TestPlatform platform, FoundDocument document)
    {
        await using var pdf = (await platform.Services.GetRequiredService<PdfFiles>().OpenAsync((await Issued.AgainAsync(platform, document)).Row, default))!;
        var path = Path.Combine(platform.Folder, "document.pdf");
        await using var file = File.Create(path);
        await pdf.CopyToAsync(file);
        return path;
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("<page width=\"([0-9.]+)\" height=\"([0-9.]+)\"")]
    private static partial Regex Page();

    [GeneratedRegex("<word xMin=\"([0-9.-]+)\" yMin=\"([0-9.-]+)\" xMax=\"([0-9.-]+)\" yMax=\"([0-9.-]+)\">([^<]*)<")]
    private static partial Regex Word();
}
