using System.Text.RegularExpressions;

namespace Platform.Cli.Releases.Screening;

/// <summary>What opens something: by the form that its issuer gave it, and by how little it looks like words.</summary>
internal static partial class Secrets
{
    private const int ShortestAssigned = 10;
    private const int ShortestAlone = 32;
    private const double LeastEntropyAssigned = 2.8;
    private const double LeastEntropyAlone = 4.0;
    private const double LeastChanges = 0.3;
    private const int LongestWord = 16;
    private const string NuGetLock = "packages.lock.json";

    public static IEnumerable<Finding> In(Passage passage) => ByForm(passage).Concat(passage.Compiled ? [] : ByEntropy(passage)).DistinctBy(f => f.What);

    private static IEnumerable<Finding> ByForm(Passage passage) =>
        Form().Matches(passage.Text).Where(m => !Placeholder().IsMatch(m.Groups["value"].Success ? m.Groups["value"].Value : "")).Select(m => new Finding(LeakKind.Secret, passage.File, passage.Line, m.Value));

    private static IEnumerable<Finding> ByEntropy(Passage passage)
    {
        var assigned = Assigned().Matches(passage.Text).Select(m => m.Groups["value"].Value).Where(v => v.Length >= ShortestAssigned && Bits(v) >= LeastEntropyAssigned && IsMixed(v));
        var alone = passage.Line == 0 && passage.Text == passage.File ? [] : Alone().Matches(passage.Text).Select(m => m.Value).Where(v => v.Length >= ShortestAlone && Bits(v) >= LeastEntropyAlone && IsMixed(v) && !IsNames(v) && !IsSum(v, passage));
        return assigned.Concat(alone).Where(v => !Placeholder().IsMatch(v)).Distinct().Select(v => new Finding(LeakKind.Entropy, passage.File, passage.Line, v));
    }

    // Digests of what anybody can fetch open nothing. A key beside one does: only what has the form of a digest is one, where something says so.
    private static bool IsSum(string value, Passage passage) => NamedSum().IsMatch(value) || (PlainSum().IsMatch(value) && Digest().IsMatch(passage.Text))
        || (Path.GetFileName(passage.File) == NuGetLock && ContentHash().Matches(passage.Text).Any(m => m.Groups["value"].Value == value));

    // In words, names and paths letters of one kind stand together, in an alphabet they stand in order; in what was drawn by lot neither.
    private static bool IsMixed(string value)
    {
        var pairs = value.Zip(value.Skip(1)).ToList();
        return value.Any(char.IsDigit) && value.Any(char.IsLetter) && value.Split('/', '_', '-', '.').Max(part => part.Length) >= Math.Min(LongestWord, value.Length) && pairs.Count(p => p.Second == p.First + 1) < pairs.Count / 2 && pairs.Count(p => KindOf(p.First) != KindOf(p.Second)) >= pairs.Count * LeastChanges;
    }

    // ExportEncryptedPkcs8PrivateKeyPem, licences/nuget/PublicApiGenerator-11: each word begins with its capital and goes on in small letters.
    private static bool IsNames(string value) => value.Split('/', '_', '-', '.').All(part => Names().IsMatch(part));

    private static int KindOf(char c) => char.IsDigit(c) ? 0 : char.IsUpper(c) ? 1 : char.IsLower(c) ? 2 : 3;

    /// <summary>Shannon's entropy, in bits a character.</summary>
    private static double Bits(string value) => -value.GroupBy(c => c).Select(g => (double)g.Count() / value.Length).Sum(p => p * Math.Log2(p));

    [GeneratedRegex("""
        -----BEGIN\ [A-Z ]*PRIVATE\ KEY(\ BLOCK)?-----|PuTTY-User-Key-File-\d|AGE-SECRET-KEY-1[0-9A-Z]{20,}|egov-instance-key\ 1\ \S+\ \S{20,}
        |\b(AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[0-9A-Za-z]{30,}|github_pat_[0-9A-Za-z_]{22,}|\bglpat-[0-9A-Za-z_-]{20,}|\bxox[abeprs]-[0-9A-Za-z-]{10,}
        |\bAIza[0-9A-Za-z_-]{35}|\b(sk|rk)_live_[0-9A-Za-z]{16,}|\bsk-[0-9A-Za-z_-]{32,}|\bnpm_[0-9A-Za-z]{36}|\bpypi-[0-9A-Za-z_-]{50,}|\bSG\.[0-9A-Za-z_-]{16,}\.[0-9A-Za-z_-]{16,}
        |\bhvs\.[0-9A-Za-z_-]{24,}|\bdop_v1_[0-9a-f]{64}|\b[0-9]{8,10}:AA[0-9A-Za-z_-]{33}\b|\beyJ[0-9A-Za-z_-]{15,}\.eyJ[0-9A-Za-z_-]{15,}\.[0-9A-Za-z_-]{20,}
        |\b(AccountKey|SharedAccessKey)=(?<value>[0-9A-Za-z+/=]{20,})|\b(Password|Pwd)\s*=\s*(?<value>[^;"'\s,)]{4,})(?=[;"'])|(?<=Authorization:\ (Basic|Bearer)\ )(?<value>[0-9A-Za-z+/=._-]{12,})
        |\b[a-z][a-z0-9+.-]*://[^\s/:@"'<>{}]+:(?<value>[^\s/@"'<>{}]{3,})@[\w.-]+
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex("""(?<![A-Za-z])(\w*(password|passwd|passphrase|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|credential)s?\w*|pin|pwd)["']?\s*(:|=>?|:=)\s*["']?(?<value>[^\s"'`,;(){}<>\[\]]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Assigned();

    // Not: a file's path, an image, a text of JSON, the public half of a key (x, y, n of RFC 7518).
    [GeneratedRegex("""(?<![\w+/=-]|\b[xynXYN]["']?\s?[:=]\s?["'])(?!iVBORw0KGgo|/9j/|R0lGOD|eyJ)[0-9A-Za-z+/_-]{32,}={0,2}(?![\w+/-]|\.[a-z]{2,6}\b)""")]
    private static partial Regex Alone();

    [GeneratedRegex(@"sha-?(1|256|384|512)|md5|integrity|digest|checksum|hash", RegexOptions.IgnoreCase)]
    private static partial Regex Digest();

    [GeneratedRegex("""
        "contentHash"\s*:\s*"(?<value>[0-9A-Za-z+/]{86}==)"
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ContentHash();

    // Of SHA-1, SHA-256, SHA-384 and SHA-512 in base64, as Subresource Integrity writes them.
    [GeneratedRegex(@"\Asha(1-[0-9A-Za-z+/]{27}=|256-[0-9A-Za-z+/]{43}=|384-[0-9A-Za-z+/]{64}|512-[0-9A-Za-z+/]{86}==)\z")]
    private static partial Regex NamedSum();

    [GeneratedRegex(@"\A([0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128})\z")]
    private static partial Regex PlainSum();

    [GeneratedRegex(@"\A([0-9]{0,4}|[a-z]{2,}[0-9]{0,2}([A-Z][a-z]{2,}[0-9]{0,2})*|([A-Z][a-z]{2,}[0-9]{0,2})+)\z")]
    private static partial Regex Names();

    [GeneratedRegex(@"\.\.\.|^\$|\$\{|\{\{|<|^x+$|example|changeme|placeholder|redacted|\*\*\*|^your[-_]|^password$", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
