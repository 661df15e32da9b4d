using System.Diagnostics;
using Microsoft.Extensions.Options;
using Platform.Modules.Documents.Printing;
using Platform.Testing;

namespace Platform.Modules.Documents.Tests.Sheets;

public sealed class PdfPrinterTests
{
    [Fact]
    public void Only_root_prints_without_a_sandbox_and_nobody_with_a_network()
    {
        var user = PdfPrinter.Arguments("/tmp/a", "page.html", "/tmp/a/document.pdf", asRoot: false).ToList();
        var root = PdfPrinter.Arguments("/tmp/a", "page.html", "/tmp/a/document.pdf", asRoot: true).ToList();

        Assert.DoesNotContain("--no-sandbox", user);
        Assert.Equal(["--no-sandbox"], root.Except(user));
        Assert.Contains("--host-resolver-rules=MAP * ~NOTFOUND", user);
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended_with_its_children()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script");
        using var folder = new TestFolder();
        var printer = Printer(Script(folder, "(while :; do echo >> alive; sleep 0.1; done) &\nwait"), seconds: 1);
        var clock = Stopwatch.StartNew();

        var error = await Assert.ThrowsAsync<PrintingException>(() => printer.PrintAsync(folder.Path, "page.html", default));

        Assert.Contains("too long", error.Message, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(20));
        var ticks = new FileInfo(folder["alive"]).Length;
        await Task.Delay(500);
        Assert.Equal(ticks, new FileInfo(folder["alive"]).Length);
    }

    [Fact]
    public async Task A_program_that_fails_says_why()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script");
        using var folder = new TestFolder();

        var error = await Assert.ThrowsAsync<PrintingException>(() => Printer(Script(folder, "echo no display >&2\nexit 3"), 60).PrintAsync(folder.Path, "page.html", default));

        Assert.Equal("Chromium ended with 3: no display", error.Message);
    }

    [Fact]
    public async Task The_page_says_how_the_PDF_stands_and_prints_itself()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter", args: "--Modules:documents:Chromium=/bin/false");
        var (owner, document) = await Issued.OneAsync(platform, deliver: false);
        using var client = await platform.ClientAsync(owner);
        var page = $"/en/my/documents/{document.Row.DocumentId:D}";

        Assert.Contains("The PDF is being made", await client.GetStringAsync(page), StringComparison.Ordinal);
        platform.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains("could not be made yet", await client.GetStringAsync(page), StringComparison.Ordinal);

        await using var without = await TestPlatform.StartAsync(pack: "starter", args: "--Modules:documents:Chromium=");
        var (holder, issued) = await Issued.OneAsync(without);
        using var reader = await without.ClientAsync(holder);
        var html = await reader.GetStringAsync($"/en/my/documents/{issued.Row.DocumentId:D}");
        Assert.Contains("makes no PDF files", html, StringComparison.Ordinal);
        Assert.Contains("p-sheet__qr", html, StringComparison.Ordinal);
    }

    private static PdfPrinter Printer(string program, int seconds) => new(Options.Create(new DocumentsOptions { Chromium = program, PrintSeconds = seconds }));

    private static string Script(TestFolder folder, string lines)
    {
        var path = folder["program"];
        File.WriteAllText(path, $"#!/bin/sh\n{lines}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
