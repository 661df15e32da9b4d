using System.CommandLine;
using Platform.Cli.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Packs;

/// <summary>A local variant is of use only where an answer says that a case belongs to its place.</summary>
public sealed class LocalVariantTests : IDisposable
{
    private const string Variant = "services/local/83/livestock-origin-certificate.yaml";
    private readonly TestFolder folder = new();

    [Fact]
    public void One_of_a_service_that_goes_nowhere_by_its_answers_is_warned_of()
    {
        Copy("starter");
        Copy("e-mongolia");
        Assert.DoesNotContain("routing", Check(), StringComparison.Ordinal);

        var service = folder["e-mongolia/services/livestock-origin-certificate.yaml"];
        File.WriteAllLines(service, File.ReadAllLines(service).Where(line => !line.StartsWith("routing:", StringComparison.Ordinal)));

        Assert.Contains($"{Variant}:3: warning: The service 'livestock-origin-certificate' is its own in '83', but no answer says where a case belongs: write which one does, as 'routing: {{area: village}}'", Check(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private string Check()
    {
        var output = new StringWriter();
        Assert.Equal(0, PackCommand.CreateCheck().Parse([folder["e-mongolia"]]).Invoke(new InvocationConfiguration { Output = output }));
        return output.ToString();
    }

    private void Copy(string pack)
    {
        var from = Path.Combine(TestFolder.RepositoryRoot, "templates/packs", pack);
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder[pack], Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }
}
