using System.CommandLine;
using Platform.Cli.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Packs;

/// <summary>A copy of the pack <c>thirty-mistakes</c> that a test changes word by word.</summary>
internal sealed class MistakenPack : IDisposable
{
    private readonly TestFolder folder = new();

    public MistakenPack()
    {
        foreach (var path in Directory.EnumerateFiles(PlantedMistake.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Of(Path.GetRelativePath(PlantedMistake.Folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    /// <param name="from">Stands once in the file.</param>
    public MistakenPack Replace(string file, string from, string to)
    {
        var text = File.ReadAllText(Of(file));
        Assert.Equal(2, text.Split(from).Length);
        File.WriteAllText(Of(file), text.Replace(from, to, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Puts every planted mistake right.</summary>
    public MistakenPack Correct()
    {
        PlantedMistake.All.ToList().ForEach(m => Replace(m.File, m.Wrong, m.Right));
        return this;
    }

    /// <returns>The exit code and the lines, each finding without the path to the pack's folder.</returns>
    public (int Code, string[] Lines) Check()
    {
        var output = new StringWriter();
        var code = PackCommand.CreateCheck().Parse([Of("")]).Invoke(new InvocationConfiguration { Output = output });
        var before = Path.GetRelativePath(Environment.CurrentDirectory, Of("")).TrimEnd('/') + '/';
        return (code, [.. Lines(output.ToString()).Select(l => l.StartsWith(before, StringComparison.Ordinal) ? l[before.Length..] : l)]);
    }

    public static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public void Dispose() => folder.Dispose();

    private string Of(string file) => Path.Combine(folder["thirty-mistakes"], file);
}
