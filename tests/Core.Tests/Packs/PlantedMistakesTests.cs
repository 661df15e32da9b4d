using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Core.Tests.Packs;

public sealed class PlantedMistakesTests
{
    private static readonly string Folder = Path.Combine(TestFolder.RepositoryRoot, "tests/Core.Tests/Packs/Mistakes/mistakes");

    [Fact]
    public void A_pack_of_thirty_mistakes_reports_thirty_each_with_file_and_line()
    {
        var problems = new PackLoader(new()).Load(Folder).Problems;

        Assert.Equal(File.ReadAllLines(Path.Combine(Folder, "../expected.txt")), problems.Select(p => p.ToString()));
        Assert.Equal(30, problems.Count);
    }
}
