using System.CommandLine;
using System.Globalization;
using Platform.Core.Releases;

namespace Platform.Cli.Releases;

/// <summary><c>egov release verify</c>.</summary>
internal static class VerifyCommand
{
    private const string Day = "yyyy-MM-dd";
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(90);

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The release." };
        var accept = new Option<string?>("--accept") { Description = "Write here that it was accepted now: a portal that names this file with --release-accepted starts also after the keys have expired. What is revoked later stays refused." };
        var options = new TrustOptions();
        var command = options.AddTo(new Command("verify", """
            Say who signed a release, and refuse it if anything about it is not as it was signed. Needs no network and uses nothing of it.
            The same is done by release.sh, a page of shell with openssl, which lies in tools/verify and in each release.

            Examples:
              egov release verify e-laos-1.0.0.egov --trust ca.pem
              egov release verify e-laos-1.0.0.egov --trust ca.pem --country own-ca.pem --accept e-laos-1.0.0.accepted
              egov release verify e-laos-1.1.0.egov --trust ca.pem --country own-ca.pem --time-trust tsa.pem --installed e-laos@1.0.0
            """) { file, accept });
        command.SetAction(parse => ReleaseCommand.Run(parse, output =>
        {
            var policy = options.Of(parse);
            using var release = Release.Open(parse.GetRequiredValue(file).FullName, policy, TimeProvider.System);
            Print(release, policy, output);
            if (parse.GetValue(accept) is { } record)
            {
                File.WriteAllText(record, ReleaseAcceptance.Of(release, TimeProvider.System).ToString());
                output.WriteLine($"Accepted: {record}. Name it to the portal with --release-accepted.");
            }
            else if (release.GoodUntil is { } until && until - TimeProvider.System.GetUtcNow() < Ahead)
            {
                output.WriteLine($"Note: it is judged by a key that expires on {until.ToString(Day, CultureInfo.InvariantCulture)} and refused after that. Record with --accept that you have accepted it.");
            }
        }));
        return command;
    }

    internal static void Print(Release release, ReleasePolicy policy, TextWriter output)
    {
        var manifest = release.Manifest;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{manifest.Name} {manifest.Version} on platform {manifest.Platform}, {manifest.Runtime}, sources {manifest.Commit} of {manifest.SourceDate:yyyy-MM-dd}"));
        foreach (var signature in release.Signatures)
        {
            output.WriteLine($"{(signature.Role == ReleaseRole.Released ? "Released" : "Countersigned")} by {signature.Subject}, certified by {signature.Issuer} until {signature.ValidUntil.ToString(Day, CultureInfo.InvariantCulture)}{(signature.StampedAt is { } at ? $", time-stamped {at.ToString("u", CultureInfo.InvariantCulture)}" : "")}");
            output.WriteLine($"    certificate {signature.Thumbprint}");
        }

        foreach (var member in manifest.Members)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{member.Size,12:N0}  {member.Name}"));
        }

        if (policy.Trust is { KnowsRevocations: false })
        {
            output.WriteLine("Note: your file of roots has no list of revoked keys for each root. Ask for a newer one.");
        }
        else if (policy.Trust.NextUpdate is { } next && next < TimeProvider.System.GetUtcNow())
        {
            output.WriteLine($"Note: your list of revoked keys was to be replaced on {next.ToString(Day, CultureInfo.InvariantCulture)}. Ask for a newer one.");
        }

        if (release.Accepted is { } accepted)
        {
            output.WriteLine($"Note: a key has expired since it was accepted here on {accepted.At.ToString(Day, CultureInfo.InvariantCulture)}; by that day it is judged.");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Good: every byte of {manifest.Members.Count} members is as it was signed."));
    }
}
