namespace Platform.Testing;

/// <summary>The tables of 1,751 real services. Another country's data, they are in no release: where they come from stands beside them in its repository.</summary>
public static class Inventory
{
    /// <summary>Why a test cannot run where they did not come along.</summary>
    public const string Stayed = "The tables of the inventory are another country's data and are in no release; where they come from stands beside them in its repository.";

    public static string Folder { get; } = Path.Combine(TestFolder.RepositoryRoot, "tests/Testing/inventory");

    public static bool IsHere => File.Exists(Path.Combine(Folder, "services.csv"));
}
