using System.Text.RegularExpressions;

namespace Platform.Cli.Modules;

/// <summary>Makes a module of this repository out of the template.</summary>
/// <param name="root">The repository's root.</param>
/// <param name="name">Its name in code, as <c>Permits</c>.</param>
internal sealed class NewModule(string root, string name)
{
    private const string Permissions = "tests/Conventions.Tests/permissions.txt";

    private readonly string id = name.ToLowerInvariant();

    private string Module => $"platform/Modules/{name}";

    private string Tests => $"tests/Modules/{name}.Tests";

    /// <exception cref="IOException">There is a module of this name already, or the SDK refused something.</exception>
    public async Task<int> RunAsync(bool restore, TextWriter output, CancellationToken cancellationToken)
    {
        DemandNew();
        Copy(TemplateFiles.Word, Module, output);
        Copy($"{TemplateFiles.Word}.Tests", Tests, output);
        new ModuleTexts(root, id).Write(Path.Combine(root, TemplateFiles.Folder, "locales"), Renamed, output);
        HostList.Add(Path.Combine(root, "platform/Host/Modules.cs"), name);
        output.WriteLine("platform/Host/Modules.cs: at the end of the list");
        Review(output);
        await Dotnet.RunAsync(root, ["sln", "Platform.sln", "add", $"{Module}/{name}.csproj", $"{Tests}/Platform.Modules.{name}.Tests.csproj"], cancellationToken);
        output.WriteLine("Platform.sln: two projects");
        if (restore)
        {
            output.WriteLine("packages.lock.json: being written, which takes a minute ...");
            await Dotnet.RunAsync(root, ["restore", "Platform.sln", "--nologo", "-v", "q"], cancellationToken);
        }

        output.WriteLine(Next);
        return 0;
    }

    private string Next => $"""

        Now:
          dotnet build {Tests} && {Tests}/bin/Debug/net10.0/Platform.Modules.{name}.Tests
          {Module}/README.md                       what is in it
          modules: [..., {id}]                     in a pack's pack.yaml, where the pack lists its modules
          permissions: [..., {id}.view, {id}.end]  for a role of its roles.yaml
          PLATFORM_UPDATE_SNAPSHOTS=1 tests/run Host     the description of the API grows; read the difference
        """;

    // How far each reaches is reviewed; those of the template ask again for the office.
    private void Review(TextWriter output)
    {
        var path = Path.Combine(root, Permissions);
        var lines = File.ReadAllLines(path);
        var own = Regex.Matches(File.ReadAllText(Path.Combine(root, Module, $"{name}Permissions.cs")), $@"""({id}\.[a-z-]+)""").Select(m => $"{m.Groups[1].Value} office");
        File.WriteAllText(path, string.Concat(lines.Where(l => l.StartsWith('#')).Concat(lines.Where(l => !l.StartsWith('#')).Concat(own).Order(StringComparer.Ordinal)).Select(l => $"{l}\n")));
        output.WriteLine($"{Permissions}: its permissions, each held for an office");
    }

    private void DemandNew()
    {
        if (Directory.EnumerateDirectories(Path.Combine(root, "platform/Modules")).FirstOrDefault(d => Path.GetFileName(d).Equals(name, StringComparison.OrdinalIgnoreCase)) is { } taken)
        {
            throw new IOException($"There is a module {Path.GetFileName(taken)} already; choose another name.");
        }
    }

    private void Copy(string from, string to, TextWriter output) =>
        output.WriteLine($"{to}: {TemplateFiles.Copy(Path.Combine(root, TemplateFiles.Folder, from), Path.Combine(root, to), Renamed).Count} files");

    private string Renamed(string text) => text
        .Replace($"{TemplateFiles.Folder}/{TemplateFiles.Word}", Module, StringComparison.Ordinal)
        .Replace(TemplateFiles.Word, name, StringComparison.Ordinal)
        .Replace(TemplateFiles.Word.ToLowerInvariant(), id, StringComparison.Ordinal);
}
