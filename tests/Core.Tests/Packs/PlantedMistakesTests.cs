using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Core.Tests.Packs;

public sealed class PlantedMistakesTests
{
    private static readonly string Folder = Path.Combine(TestFolder.RepositoryRoot, "tests/Core.Tests/Packs/Mistakes/mistakes");

    [Fact]
    public void Every_mistake_in_the_files_of_the_core_is_reported_at_once_with_file_and_line()
    {
        var problems = new PackLoader(new()).Load(Folder).Problems;

        Assert.Equal(File.ReadAllLines(Path.Combine(Folder, "../expected.txt")), problems.Select(p => p.ToString()));
    }
}
