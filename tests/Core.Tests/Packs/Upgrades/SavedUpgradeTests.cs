using System.Security.Cryptography;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Core.Tests.Packs.Upgrades;

public sealed class SavedUpgradeTests : IDisposable
{
    private readonly TestFolder folder = new();

    private SavedUpgrade Saved => new(folder["own"]);

    public SavedUpgradeTests()
    {
        Write("own/pack.yaml", "mine\r\n");
        Write("own/media/logo.svg", "\uFEFFlogo");
        Write("base/services/old.yaml", "old");
        Write("base/services/same.yaml", "same");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Undo_puts_every_byte_back_and_leaves_nothing_behind()
    {
        var before = Everything();
        Apply();

        Assert.NotEqual(before, Everything());
        Assert.Equal("new", File.ReadAllText(folder["base/content/deep/new.md"]));
        Assert.Empty(Saved.ChangedSince());
        Assert.Equal(3, Saved.Undo());
        Assert.Equal(before, Everything());
        Assert.False(Saved.Exists);
        Assert.False(Directory.Exists(folder["base/content"]));
    }

    [Fact]
    public void What_was_changed_since_is_named()
    {
        Apply();
        Write("own/pack.yaml", "mine, later");

        Assert.Equal(["own/pack.yaml"], Saved.ChangedSince());
    }

    [Fact]
    public void An_upgrade_that_was_interrupted_is_undone_as_well()
    {
        var before = Everything();
        Apply();
        Write("own/pack.yaml", "mine\r\n");
        File.Delete(folder["base/content/deep/new.md"]);

        Assert.Empty(Saved.ChangedSince());
        Saved.Undo();
        Assert.Equal(before, Everything());
    }

    private void Apply() => Saved.Write(
    [
        new("own", "pack.yaml", Bytes("mine\r\n"), Bytes("yours")),
        new("base", "services/old.yaml", Bytes("old"), null),
        new("base", "content/deep/new.md", null, Bytes("new")),
    ]);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
        File.WriteAllBytes(folder[path], Bytes(text));
    }

    private SortedSet<string> Everything() => [.. Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories)
        .Select(p => Directory.Exists(p) ? p : $"{p} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(p)))}")];

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
