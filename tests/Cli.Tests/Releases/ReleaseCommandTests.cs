using Platform.Cli.Installing;
using Platform.Core.Releases;

namespace Platform.Cli.Tests.Releases;

/// <summary>The commands one after another, as two ministries type them.</summary>
public sealed class ReleaseCommandTests : IDisposable
{
    private readonly Ministry ministry = new();

    public void Dispose() => ministry.Dispose();

    [Fact]
    public void What_is_not_committed_is_taken_only_on_request_and_then_told()
    {
        var repository = new SmallRepository(Directory.CreateDirectory(ministry["repository"]).FullName);
        repository.Write("tools/Cli/Program.cs", "System.Console.WriteLine(\"changed\");\n");
        string[] build = ["build", ministry["repository/templates/packs/starter"], "--root", ministry["repository"], "--key", ministry.Key, "-o", ministry["changed.egov"], "--framework-dependent"];

        Assert.Contains("Not everything is committed", ministry.Run(1, build), StringComparison.Ordinal);
        Assert.False(File.Exists(ministry["changed.egov"]));

        Assert.Contains(" with changes", ministry.Run([.. build, "--allow-changes"]), StringComparison.Ordinal);
        Assert.Matches("sources [0-9a-f]{40}\\+changes of 2026-01-01", ministry.Verify("changed.egov"));
    }

    [Fact]
    public void A_receiving_country_lets_a_release_in()
    {
        ministry.Write("small.egov");
        ministry.Run("keys", "root", "--name", "Receiver, root", "--dir", ministry["own"]);
        ministry.Run("keys", "issue", "--name", "Officer", "--dir", ministry["own"], "--out", ministry["officer.pem"]);
        Assert.Contains("countersigned", ministry.Run(1, "verify", ministry["small.egov"], "--trust", ministry.Trust, "--country", ministry["own/ca.pem"]), StringComparison.Ordinal);

        Countersign(0, ministry["officer.pem"]);

        Assert.Contains("Countersigned by CN=Officer", ministry.Run("verify", ministry["small.egov"], "--trust", ministry.Trust, "--country", ministry["own/ca.pem"]), StringComparison.Ordinal);
    }

    // Each of these would be refused by the country's production, and the release that was there would be gone.
    [Fact]
    public void A_countersignature_that_its_country_will_not_accept_leaves_the_release_as_it_was()
    {
        ministry.Write("small.egov");
        ministry.Run("keys", "root", "--name", "Receiver, root", "--dir", ministry["own"]);
        var before = File.ReadAllBytes(ministry["small.egov"]);

        Assert.Contains("none that your roots let sign", Countersign(1, ministry.Key), StringComparison.Ordinal);
        File.WriteAllText(ministry["passphrase"], "battery staple\n");
        Assert.Contains("none that your roots let sign", Countersign(1, ministry["own/root.pem"]), StringComparison.Ordinal);
        File.WriteAllText(ministry["passphrase"], "correct horse\n");
        Assert.Contains("two keys", ministry.Run(1, "countersign", ministry["small.egov"], "--trust", ministry.Trust, "--country", ministry.Trust, "--key", ministry.Key), StringComparison.Ordinal);

        Assert.Equal(before, File.ReadAllBytes(ministry["small.egov"]));
        Assert.Empty(Directory.EnumerateFiles(ministry[""], "*.tmp"));
        Countersign(1, ministry.Key, "-o", ministry["countersigned.egov"]);
        Assert.False(File.Exists(ministry["countersigned.egov"]));
    }

    [Fact]
    public void Nobody_countersigns_without_saying_for_whom()
    {
        ministry.Write("small.egov");

        Assert.Contains("--country", ministry.Run(1, "countersign", ministry["small.egov"], "--trust", ministry.Trust, "--key", ministry.Key), StringComparison.Ordinal);
    }

    [Fact]
    public void A_revoked_key_releases_nothing_any_more()
    {
        ministry.Write("small.egov");
        Assert.Contains("Good", ministry.Verify("small.egov"), StringComparison.Ordinal);

        ministry.Run("keys", "revoke", ministry.Key, "--dir", ministry["keys"]);

        Assert.Contains("has been revoked", ministry.Run(1, "verify", ministry["small.egov"], "--trust", ministry.Trust), StringComparison.Ordinal);
    }

    // Whoever has the revoked key brings the roots from before along.
    [Fact]
    public void An_instance_takes_no_list_of_revoked_keys_that_is_older_than_its_own()
    {
        var before = new Trust(File.ReadAllText(ministry.Trust), null, null);
        ministry.Run("keys", "revoke", ministry.Key, "--dir", ministry["keys"]);
        var kept = new Trust(File.ReadAllText(ministry.Trust), null, null);

        before.DemandFollowedBy(kept);
        Assert.Contains("older than the one that is known here", Assert.Throws<ReleaseRefusedException>(() => kept.DemandFollowedBy(before)).Message, StringComparison.Ordinal);
    }

    private string Countersign(int code, string key, params string[] more) => ministry.Run(code, ["countersign", ministry["small.egov"], "--trust", ministry.Trust, "--country", ministry["own/ca.pem"], "--key", key, .. more]);
}
