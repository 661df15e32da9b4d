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

        Assert.Contains("Not everything is committed", ministry.Run(1, "build", ministry["repository/templates/packs/starter"], "--root", ministry["repository"], "--key", ministry.Key), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receiving_country_lets_a_release_in()
    {
        ministry.Write("small.egov");
        ministry.Run("keys", "root", "--name", "Receiver, root", "--dir", ministry["own"]);
        ministry.Run("keys", "issue", "--name", "Officer", "--dir", ministry["own"], "--out", ministry["officer.pem"]);
        Assert.Contains("countersigned", ministry.Run(1, "verify", ministry["small.egov"], "--trust", ministry.Trust, "--country", ministry["own/ca.pem"]), StringComparison.Ordinal);

        ministry.Run("countersign", ministry["small.egov"], "--trust", ministry.Trust, "--key", ministry["officer.pem"]);

        Assert.Contains("Countersigned by CN=Officer", ministry.Run("verify", ministry["small.egov"], "--trust", ministry.Trust, "--country", ministry["own/ca.pem"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_revoked_key_releases_nothing_any_more()
    {
        ministry.Write("small.egov");
        Assert.Contains("Good", ministry.Verify("small.egov"), StringComparison.Ordinal);

        ministry.Run("keys", "revoke", ministry.Key, "--dir", ministry["keys"]);

        Assert.Contains("has been revoked", ministry.Run(1, "verify", ministry["small.egov"], "--trust", ministry.Trust), StringComparison.Ordinal);
    }
}
