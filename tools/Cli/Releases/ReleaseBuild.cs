using System.Globalization;
using System.IO.Compression;
using System.Text;
using Platform.Cli.Packs;
using Platform.Cli.Releases.Contents;
using Platform.Cli.Releases.Inputs;
using Platform.Cli.Releases.Screening;
using Platform.Cli.Releases.Sources;
using Platform.Core.Packs;
using Platform.Core.Releases;
using Platform.Core.Texts;

namespace Platform.Cli.Releases;

/// <summary>Makes the members of a release from a repository: sources into an empty folder, programs from these, and everything else beside them.</summary>
/// <param name="work">Where it is made; <see cref="Members"/> of it are what is signed.</param>
internal sealed class ReleaseBuild(ReleaseBuildOptions options, WorkFolder work, Steps steps)
{
    /// <summary>How many steps are told.</summary>
    public const int StepCount = 8;

    /// <summary>The step that compiles.</summary>
    public const string Programs = "programs";

    private const string Packs = "templates/packs/";
    private const int ShownTexts = 10;

    private readonly string members = work.Make("members");
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> archives = [];
    private readonly OutsideModules outside = new(options.Modules);
    private PackLoadResult read = null!;
    private Pack pack = null!;
    private IReadOnlyList<string> layers = [];
    private SourceFiles sources = null!;
    private SourceSelection selection = null!;
    private SortedDictionary<string, string> laid = [];
    private IReadOnlyList<Package> packages = [];
    private IReadOnlyDictionary<Package, string> licences = new Dictionary<Package, string>();
    private ProgramDependencies dependencies = null!;

    /// <summary>The folder with the members.</summary>
    public string Members => members;

    /// <exception cref="ReleaseBuildException">Something is not fit to be released; says what to do.</exception>
    public ReleaseManifest Run()
    {
        steps.Do("pack", CheckPack);
        steps.Do("sources", LaySources);
        steps.Do(Programs, Compile);
        steps.Do("modules", AddModules);
        steps.Do("licences", AddLicences);
        steps.Do("inputs", AddInputs);
        steps.Do("archives", PackArchives);
        steps.Do("sums, SBOM", AddLists);
        return Manifest();
    }

    private string CheckPack()
    {
        read = PackCheck.Load(options.Pack, production: false, outside.Loaded);
        pack = read.Pack ?? throw new ReleaseBuildException($"The pack has {read.Problems.Count} problem(s), the first: {read.Problems[0]}. Run: egov check {options.Pack}");
        layers = [.. read.Layers.Select(layer => layer.Name)];
        _ = ReleaseVersion.Parse(pack.Version);
        return $"{pack.Name} {pack.Version} on {string.Join(", ", layers.Where(name => name != pack.Name))}; public texts: {CheckTexts()}";
    }

    private string CheckTexts()
    {
        var gate = TextGate.Of(pack, Path.Combine(options.Root, "locales"));
        var missing = gate.Languages.SelectMany(language => language.Missing.Select(text => $"{text.Place}: '{text.Id}' has no wording in '{language.Language}'.")).ToList();
        return gate.IsOpen || options.AllowMissingTexts
            ? string.Join(", ", gate.Languages.Select(l => $"{l.Language} {l.Reviewed} of {l.Texts} reviewed{(l.Missing.Count == 0 ? "" : $" and {l.Missing.Count} missing")}"))
            : throw new ReleaseBuildException($"{missing.Count} public texts have no wording in a language of the pack:\n{string.Join('\n', missing.Take(ShownTexts))}{(missing.Count > ShownTexts ? "\n..." : "")}\nAll of them: egov texts gate {options.Pack}. Write them, be it as drafts, take the language out of pack.yaml, or leave them in the source language with --allow-missing-texts.");
    }

    private string LaySources()
    {
        sources = SourceFiles.Read(options.Root, options.AllowChanges);
        selection = new(sources, PackParts.Of(pack, layers, [.. Host.Modules.All, .. outside.Loaded]), OtherPacks().AnyIn);
        selection.StrangerNames.DemandApart(sources);
        laid = SourceStaging.Lay(sources, selection, new(pack.Name, selection), work.Make("source"));
        DemandPackLaid();
        var left = selection.Left.ToList();
        return $"{laid.Count} files of {sources.Commit[..7]}{(sources.Commit.Contains('+', StringComparison.Ordinal) ? " with changes" : "")}{(left.Count == 0 ? "" : $"; left behind: {string.Join(", ", left)}")}";
    }

    // The pack that was checked stands where it was named; the one that leaves, in the repository, without what git ignores.
    private void DemandPackLaid()
    {
        foreach (var layer in read.Layers)
        {
            var packed = new PackFolder(Path.Combine(work["source"], Packs, layer.Name));
            var there = laid.ContainsKey($"{Packs}{layer.Name}/pack.yaml");
            if (!there || PackArchive.Digest([packed]) != PackArchive.Digest([layer]))
            {
                var file = there ? layer.Paths.Concat(packed.Paths).Distinct().First(path => !layer.Paths.Contains(path) || !packed.Paths.Contains(path) || !layer.Read(path).AsSpan().SequenceEqual(packed.Read(path))) : "pack.yaml";
                throw new ReleaseBuildException($"The pack {layer.Name} that was checked is not the one that would leave: {file} is another in {Packs}{layer.Name} of the repository ({Path.GetFullPath(options.Root)}), is not there, or is ignored by git. A release takes packs from there: put it there, and take what belongs to it out of .gitignore.");
            }
        }
    }

    // What cannot be read gives nothing away but its name.
    private Traces OtherPacks()
    {
        var packs = Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(options.Pack)))!;
        var all = Directory.EnumerateDirectories(packs).Where(folder => File.Exists(Path.Combine(folder, "pack.yaml"))).Order(StringComparer.Ordinal).Select(folder => PackCheck.Load(folder, production: false).Pack).OfType<Pack>().ToList();
        var shared = all.Where(p => layers.Contains(p.Name)).ToList();
        return new([.. all.Where(p => !layers.Contains(p.Name)).Select(other => StrangerPack.Of(other, pack, shared))]);
    }

    private string Compile()
    {
        new Publishing(options.Runtime, sources.Commit, steps.Tell).Run(work["source"], work["binaries"]);
        SourceStaging.Note(sources, laid, work["source"]);
        archives["source"] = laid;
        archives["binaries"] = Below(work["binaries"]);
        dependencies = new(work["binaries/egov.deps.json"]);
        return $"{archives["binaries"].Count} files, {options.Runtime}";
    }

    private string AddModules()
    {
        archives["modules"] = outside.Files(work["binaries"]);
        return outside.Summary;
    }

    private string AddLicences()
    {
        packages = Packages.Read(work["source"], laid.Keys, dependencies);
        var brought = outside.Licences(archives["modules"]).ToList();
        var each = packages.ExceptBy(brought.Select(b => b.Key.Url), p => p.Url).Select(p => KeyValuePair.Create(p, Licence.Of(p, work["source/platform/Web"])));
        licences = LicenceFolder.Write(each.Concat(brought), work["source"], work.Make("licences"));
        archives["licences"] = Below(work["licences"]);
        return $"of {licences.Count} packages, {licences.Keys.Count(p => p.Shipped)} of them in the release";
    }

    private string AddInputs()
    {
        if (!options.WithInputs)
        {
            return "left out; --with-inputs takes them along";
        }

        archives["inputs"] = NuGetInputs.Of(work["source"]).Concat(NpmInputs.Fetch(packages, work["source/platform/Web"], work["npm"])).ToDictionary();
        return $"{archives["inputs"].Count} packages";
    }

    private string PackArchives()
    {
        archives["pack"] = laid.Where(f => layers.Any(layer => f.Key.StartsWith($"{Packs}{layer}/", StringComparison.Ordinal))).ToDictionary(f => f.Key[Packs.Length..], f => f.Value);
        archives["texts"] = laid.Where(f => f.Key.StartsWith("locales/", StringComparison.Ordinal)).ToDictionary();
        archives["infra"] = laid.Where(f => f.Key.StartsWith("infra/", StringComparison.Ordinal)).ToDictionary();
        archives.Where(a => a.Value.Count == 0).ToList().ForEach(a => archives.Remove(a.Key));
        foreach (var (name, files) in archives)
        {
            using var archive = File.Create(Path.Combine(members, $"{name}.tar.gz"));
            ReleaseArchive.Pack(archive, files, sources.Date, name == "inputs" ? CompressionLevel.Fastest : CompressionLevel.Optimal);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{archives.Count}, {new DirectoryInfo(members).EnumerateFiles().Sum(f => f.Length) / 1e6:0.0} MB");
    }

    private string AddLists()
    {
        File.Copy(Path.Combine(work["source"], "tools/verify", ReleaseNames.Verifier), Path.Combine(members, ReleaseNames.Verifier));
        File.WriteAllText(Path.Combine(members, ReleaseNames.UpgradeNotes), options.Notes.Of(pack, layers, laid.Keys));
        var inside = archives.OrderBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => a.Value.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => FileSum.Of($"{a.Key}/{f.Key}", f.Value))).ToList();
        File.WriteAllText(Path.Combine(members, ReleaseNames.Sums), string.Concat(inside.Select(sum => $"{sum}\n")), new UTF8Encoding(false));
        var all = inside.Concat(MemberFiles().Select(file => FileSum.Of(Path.GetFileName(file), file))).ToList();
        File.WriteAllBytes(Path.Combine(members, ReleaseNames.Sbom), new Sbom(pack.Name, pack.Version, sources.Date, licences, dependencies).Write(all));
        return $"{all.Count} files";
    }

    private ReleaseManifest Manifest() => new(
        pack.Name, ReleaseVersion.Parse(pack.Version), typeof(Pack).Assembly.GetName().Version!.ToString(3), options.Runtime, new Tool("dotnet", work["source"]).Run("--version").Trim(),
        sources.Date.ToUniversalTime(), sources.Commit, pack.Languages, [.. MemberFiles().Select(file => ReleaseWriter.Describe(Path.GetFileName(file), file))]);

    private IEnumerable<string> MemberFiles() => Directory.EnumerateFiles(members).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Below(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
}
