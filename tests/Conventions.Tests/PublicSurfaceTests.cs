using System.Reflection;
using Platform.Core.Modules;
using Platform.Modules.Cases;
using Platform.Testing;
using Platform.Web;
using PublicApiGenerator;

namespace Platform.Conventions.Tests;

/// <summary>What modules outside this repository may rely on stands here as text. A change of it is a change of contract: platform/decisions/0009.</summary>
public sealed class PublicSurfaceTests
{
    public static TheoryData<Type> Packages => [typeof(PlatformModule), typeof(WebAnchor), typeof(CasesModule)];

    /// <summary>After a wanted change: <c>PLATFORM_UPDATE_SNAPSHOTS=1 tests/run Conventions</c>, and read the difference.</summary>
    [Theory, MemberData(nameof(Packages))]
    public async Task What_is_public_is_the_reviewed_contract(Type anchor)
    {
        var text = SurfaceOf(anchor.Assembly);
        var snapshot = Path.Combine(TestFolder.RepositoryRoot, "tests/Conventions.Tests/public", $"{anchor.Assembly.GetName().Name}.txt");
        if (Environment.GetEnvironmentVariable("PLATFORM_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(snapshot)!);
            await File.WriteAllTextAsync(snapshot, text);
        }

        Found.Nothing(Differences(File.Exists(snapshot) ? await File.ReadAllTextAsync(snapshot) : "", text));
    }

    [Fact]
    public void A_difference_says_where_it_is_and_which_way()
    {
        const string Before = "namespace A\n{\n    public class B\n    {\n        public void C() { }\n    }\n}\n";

        Assert.Equal(["+ A B: public void D() { }", "- A B: public void C() { }"], Differences(Before, Before.Replace("C()", "D()", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Empty(Differences(Before, Before));
    }

    private static string SurfaceOf(Assembly assembly) => assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] }).ReplaceLineEndings("\n") + "\n";

    private static IEnumerable<string> Differences(string before, string after)
    {
        var (was, now) = (Members(before), Members(after));
        return was.Except(now).Select(m => $"- {m}").Concat(now.Except(was).Select(m => $"+ {m}"));
    }

    // Each line with the namespace and the type around it.
    private static List<string> Members(string surface)
    {
        var (around, members) = (new Stack<string>(), new List<string>());
        var last = "";
        foreach (var line in surface.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            switch (line)
            {
                case "{":
                    around.Push(last);
                    break;
                case "}":
                    around.Pop();
                    break;
                default:
                    members.Add($"{string.Join(' ', around.Reverse().Select(NameOf))}: {line}");
                    break;
            }

            last = line;
        }

        return members;
    }

    // Of "public sealed class Act : IDisposable" its name.
    private static string NameOf(string line) => line.Split(" : ")[0].Split(" where ")[0].Split(' ')[^1].Split('(')[0];
}
