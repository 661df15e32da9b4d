using Platform.Testing;

namespace Platform.Infra.Tests;

public sealed class ScriptTests
{
    public static TheoryData<string> Scripts() =>
    [
        .. Directory.EnumerateFiles(Tool.Infra("systemd/scripts")).Concat(Directory.EnumerateFiles(Tool.Infra(""), "*.sh", SearchOption.AllDirectories))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal)).Select(file => Path.GetRelativePath(TestFolder.RepositoryRoot, file)),
    ];

    [Theory, MemberData(nameof(Scripts))]
    public async Task A_script_has_none_of_the_known_mistakes(string script)
    {
        Tool.Need(root: false, "shellcheck");

        await Tool.DoAsync("shellcheck", "-x", "-P", Tool.Infra("systemd/scripts"), Path.Combine(TestFolder.RepositoryRoot, script));
    }
}
