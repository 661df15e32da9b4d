using System.Diagnostics;

namespace Platform.Core.Tests.Texts;

/// <summary>GNU gettext's own tools, where they are installed.</summary>
internal static class Gettext
{
    /// <summary>What it prints; its warnings are not part of it.</summary>
    public static string Run(string tool, params string[] arguments) => RunBoth(tool, arguments).Output;

    /// <summary>As <c>msgfmt --statistics</c> says: translated, fuzzy, untranslated.</summary>
    public static (int Translated, int Fuzzy, int Untranslated) Count(string path)
    {
        var said = RunBoth("msgfmt", "--statistics", "-o", "/dev/null", path).Errors.Trim().Split('\n')[^1];
        return (Number(said, "translated message"), Number(said, "fuzzy"), Number(said, "untranslated"));
    }

    private static (string Output, string Errors) RunBoth(string tool, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists($"/usr/bin/{tool}"), $"{tool} of gettext is not installed");
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, Environment = { ["LC_ALL"] = "C.UTF-8" } })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, errors.Result);
    }

    private static int Number(string said, string kind) =>
        said.Split(',').Select(part => part.Trim().Split(' ', 2)).Where(part => part.Length == 2 && part[1].StartsWith(kind, StringComparison.Ordinal)).Select(part => int.Parse(part[0], null)).FirstOrDefault();
}
