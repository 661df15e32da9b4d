namespace Platform.Cli.Releases;

/// <summary>The sources of an earlier release, and in what those of today differ.</summary>
/// <param name="Commit">As <c>egov release verify</c> tells it of the earlier release; a tag or branch will do as well.</param>
internal sealed class EarlierSources
{
    private const char End = '\0';

    private readonly Tool git;
    private readonly string commit;

    /// <exception cref="ReleaseBuildException">The repository does not know this commit.</exception>
    public EarlierSources(string root, string commit)
    {
        git = new("git", root);
        try
        {
            this.commit = git.Run("rev-parse", "--verify", "--quiet", $"{commit}^{{commit}}").Trim();
        }
        catch (ReleaseBuildException error)
        {
            throw new ReleaseBuildException($"This repository has no commit {commit}, so nobody can say what changed since. 'egov release verify' tells of which commit an earlier release is. ({error.Message.TrimEnd()})");
        }
    }

    /// <summary>Paths that were added (<c>A</c>), changed (<c>M</c>) or deleted (<c>D</c>) since.</summary>
    public ILookup<char, string> Changes(params string[] below)
    {
        var told = git.Run(["diff", "--name-status", "--no-renames", "-z", commit, "--", .. below]).Split(End, StringSplitOptions.RemoveEmptyEntries);
        return told.Chunk(2).ToLookup(pair => pair[0][0], pair => pair[1]);
    }

    /// <returns>Null where it was not there.</returns>
    public string? Read(string path)
    {
        try
        {
            return git.Run("show", $"{commit}:{path}");
        }
        catch (ReleaseBuildException)
        {
            return null;
        }
    }
}
