using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Platform.Modules.Documents.Printing;

/// <summary>Makes PDF of HTML with a headless Chromium, where one is installed: it breaks lines of every script well.</summary>
public sealed class PdfPrinter(IOptions<DocumentsOptions> options)
{
    private static readonly string[] Programs = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly string? program = options.Value.Chromium is { } named ? NullIfEmpty(named) : Programs.SelectMany(InPath).FirstOrDefault(File.Exists);

    public bool IsInstalled => program is not null;

    /// <param name="folder">Holds the page and all it names; the program is given nothing else.</param>
    /// <param name="page">The file name of the page.</param>
    /// <returns>The path of the PDF, in the same folder.</returns>
    /// <exception cref="PrintingException">The program failed, or took too long.</exception>
    public async Task<string> PrintAsync(string folder, string page, CancellationToken cancellationToken)
    {
        var pdf = Path.Combine(folder, "document.pdf");
        using var process = Process.Start(Start(folder, page, pdf)) ?? throw new PrintingException("Chromium did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.PrintSeconds));
        try
        {
            var said = Task.WhenAll(process.StandardError.ReadToEndAsync(limit.Token), process.StandardOutput.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 && File.Exists(pdf) ? pdf : throw new PrintingException($"Chromium ended with {process.ExitCode}: {string.Concat(await said).Trim()}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PrintingException("Chromium took too long.");
        }
        finally
        {
            End(process);
        }
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    // Chromium refuses its sandbox to root, and only to root is it taken away: run the portal as a user of its own.
    private ProcessStartInfo Start(string folder, string page, string pdf) => new(program!, Arguments(folder, page, pdf, Environment.IsPrivilegedProcess))
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
        WorkingDirectory = folder,
        Environment = { ["HOME"] = folder },
    };

    /// <summary>No network, no profile that outlives the folder; what it shows is our own page, whose policy allows files beside it and no script.</summary>
    internal static IEnumerable<string> Arguments(string folder, string page, string pdf, bool asRoot) =>
    [
        "--headless", .. asRoot ? ["--no-sandbox"] : Array.Empty<string>(), "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync",
        "--disable-component-update", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(folder, "profile")}",
        "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(Path.Combine(folder, page)).AbsoluteUri,
    ];

    private static string? NullIfEmpty(string named) => named.Length == 0 ? null : named;

    private static IEnumerable<string> InPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name));
}

/// <summary>A document could not be printed; it is tried again later.</summary>
public sealed class PrintingException(string message) : Exception(message);
