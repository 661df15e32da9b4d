using System.CommandLine;
using System.Globalization;
using Platform.Cli.Packs;
using Platform.Cli.Releases.Keys;
using Platform.Core.Packs;
using Platform.Core.Releases;

namespace Platform.Cli.Releases.Screening;

/// <summary><c>egov release screen</c> and <c>egov release except</c>.</summary>
internal static class ScreenCommand
{
    private const string NoPacks = "Name the folder with the packs of other countries with --packs, or say --no-other-packs.";

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The release." };
        var packs = new Option<DirectoryInfo?>("--packs") { Description = "The folder with the packs of other countries, whose traces are looked for." };
        var none = new Option<bool>("--no-other-packs") { Description = "There are no packs of other countries: look for secrets and personal data only." };
        var exceptions = new Option<FileInfo?>("--exceptions") { Description = "What may leave all the same: a file that 'egov release except' has signed with a key of the same trust." };
        var options = new TrustOptions();
        var command = options.AddTo(new Command("screen", """
            Find in a release what must not leave: secrets, personal data, and traces of other countries' packs, in texts, names of files,
            programs and the data of images. Files that are parts of packages are passed over, with them ICU and the time-zone data,
            which name every country. Ends well only with no finding, or with a signed reason for each.

            Modules from outside that the release carries are loaded, to read what the pack says to them: their code runs here. Of a release whose
            makers you do not trust yet, screen it where no key of yours lies.

            Examples:
              egov release screen e-laos-1.0.0.egov --trust ca.pem --packs templates/packs
              egov release screen e-laos-1.0.0.egov --trust ca.pem --packs ../packs --exceptions exceptions.txt
            """) { file, packs, none, exceptions });
        var passed = true;
        command.SetAction(parse => ReleaseCommand.Run(parse, output =>
        {
            var policy = options.Of(parse);
            using var release = Release.Open(parse.GetRequiredValue(file).FullName, policy, TimeProvider.System);
            var accepted = parse.GetValue(exceptions) is { } given ? ScreenExceptions.Load(given.FullName, policy.Trust).Reasons : new Dictionary<string, string>();
            passed = Print(release, parse.GetValue(none) ? null : parse.GetValue(packs)?.FullName ?? throw new ReleaseRefusedException(NoPacks), accepted, output);
        }) is 0 && passed ? 0 : 1);
        return command;
    }

    public static Command CreateExcept()
    {
        var id = new Argument<string>("ID") { Description = "Of the finding, from 'egov release screen'." };
        var reason = new Option<string>("--reason") { Description = "Why it may leave.", Required = true };
        var exceptions = new Option<string>("--exceptions") { Description = "The file of exceptions.", DefaultValueFactory = _ => "exceptions.txt" };
        var trust = new Option<FileInfo>("--trust") { Description = "Who may except: roots and lists of revoked keys, in PEM. What is in the file already has to be signed by one of them.", Required = true };
        var (key, passphrase) = (new Option<string>("--key") { Description = "The certificate that signs; its key lies beside it as NAME.key.pem.", DefaultValueFactory = _ => SigningKey.Usual }, new Passphrase());
        var command = new Command("except", "Say why a finding may leave all the same, and sign it.\n\nExample: egov release except 3f9a01c27b44 --reason \"Quoted from a public law\" --trust keys/ca.pem") { id, reason, exceptions, trust, key, passphrase.Option };
        command.SetAction(parse => ReleaseCommand.Run(parse, output =>
        {
            var certificate = parse.GetRequiredValue(key);
            SigningKey.DemandThere(certificate);
            using var signer = SigningKey.Load(certificate, passphrase.Of(parse, certificate));
            ScreenExceptions.Add(parse.GetRequiredValue(exceptions), parse.GetRequiredValue(id), parse.GetRequiredValue(reason), signer, ReleaseTrust.Load(parse.GetRequiredValue(trust).FullName));
            output.WriteLine($"{parse.GetRequiredValue(exceptions)} now excepts {parse.GetRequiredValue(id)}, signed by {signer.Subject}.");
        }));
        return command;
    }

    /// <param name="packs">Null: there are none of others.</param>
    private static bool Print(Release release, string? packs, IReadOnlyDictionary<string, string> accepted, TextWriter output)
    {
        using var work = new WorkFolder();
        release.Extract(ReleaseNames.Pack, work["pack"]);
        var read = PackCheck.Load(Path.Combine(work["pack"], release.Manifest.Name), production: false, Contents.OutsideModules.Of(release));
        var own = read.Pack ?? throw new ReleaseRefusedException($"The pack in the release cannot be read: {read.Problems[0]}");
        var others = packs is null ? [] : Others(packs, [.. read.Layers.Select(l => l.Name)]);
        var shared = read.Layers.Where(l => l.Name != own.Name).Select(l => PackCheck.Load(l, production: false).Pack).OfType<Pack>().ToList();
        var screen = new Screen(own, shared, others);
        var findings = screen.Run(release);
        foreach (var finding in findings)
        {
            output.WriteLine(accepted.TryGetValue(finding.Id, out var reason) ? $"{finding}; excepted: {reason}" : finding.ToString());
        }

        var open = findings.Count(f => !accepted.ContainsKey(f.Id));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{screen.Counts.Read} files read, {screen.Counts.Packages} of packages passed over (ICU and time-zone data among them); traces of {(others.Count == 0 ? "no other pack" : string.Join(", ", others.Select(p => p.Name)))} looked for; {findings.Count} findings, {findings.Count - open} excepted."));
        return open == 0;
    }

    // Whoever mistypes the folder would be told that nothing was found.
    private static List<Pack> Others(string folder, IReadOnlyList<string> layers)
    {
        List<Pack> others = Directory.Exists(folder) ? Read(folder, layers) : throw new ReleaseRefusedException($"There is no folder {folder}; correct --packs.");
        return others.Count > 0 ? others : throw new ReleaseRefusedException($"{folder} holds no pack of another country. {NoPacks}");
    }

    private static List<Pack> Read(string folder, IReadOnlyList<string> layers) =>
        [.. Directory.EnumerateDirectories(folder).Where(d => File.Exists(Path.Combine(d, "pack.yaml")) && !layers.Contains(Path.GetFileName(d))).Order(StringComparer.Ordinal)
            .Select(d => PackCheck.Load(d, production: false)).Select(r => r.Pack ?? throw new ReleaseRefusedException($"A pack of another country cannot be read: {r.Problems[0]}"))];
}
