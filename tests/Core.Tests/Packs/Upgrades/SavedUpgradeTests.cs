using System.Security.Cryptography;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Core.Tests.Packs.Upgrades;

public sealed class SavedUpgradeTests : IDisposable
{
    private const string Mine = "extends: base\r\nname: mine\r\n";

    private readonly TestFolder folder = new();

    private SavedUpgrade Saved => new(folder["own"]);

    public SavedUpgradeTests()
    {
        Write("own/pack.yaml", Mine);
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
        Write("own/pack.yaml", Mine + "# later");

        Assert.Equal(["own/pack.yaml"], Saved.ChangedSince());
    }

    [Fact]
    public void An_upgrade_that_was_interrupted_is_undone_as_well()
    {
        var before = Everything();
        Apply();
        Write("own/pack.yaml", Mine);
        File.Delete(folder["base/content/deep/new.md"]);

        Assert.Empty(Saved.ChangedSince());
        Saved.Undo();
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void One_that_was_interrupted_goes_back_before_another_is_written()
    {
        Write("base/content", "in the way of a folder");
        var before = Everything();

        Assert.ThrowsAny<IOException>(Apply);
        Assert.True(Saved.IsUnfinished);
        Assert.NotEqual(before, Everything());
        Assert.Contains("was interrupted", Assert.Throws<IOException>(() => Saved.Write([new("own", "pack.yaml", Bytes("half"), Bytes("whole"))])).Message, StringComparison.Ordinal);
        Saved.Undo();
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void One_that_came_to_its_end_may_be_followed_by_another()
    {
        Apply();
        Assert.False(Saved.IsUnfinished);
        Saved.Write([new("base", "services/same.yaml", Bytes("same"), null)]);

        Assert.Equal(1, Saved.Undo());
    }

    [Fact]
    public void A_file_keeps_who_may_read_it_and_nothing_half_stays_beside_it()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder["own/pack.yaml"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Apply();

            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["own/pack.yaml"]));
            Assert.DoesNotContain(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories), f => f.EndsWith(".tmp", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("../victim/file")]
    [InlineData("own/../../victim/file")]
    [InlineData("own/./file")]
    [InlineData("own//file")]
    [InlineData("/etc/file")]
    [InlineData("own")]
    [InlineData("other/pack.yaml")]
    public void A_list_from_elsewhere_leads_to_no_file_but_of_the_pack_and_its_layers(string path)
    {
        Write("other/pack.yaml", "name: other\n");
        Apply();
        File.AppendAllText(folder["own/.upgrade/files.txt"], $"- {new string('0', 64)} {path}\n");
        var before = Everything();

        Assert.Throws<IOException>(() => Saved.Undo());
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void Nothing_is_written_through_a_link()
    {
        Write("secret/old.yaml", "old");
        Directory.Delete(folder["base/services"], recursive: true);
        Directory.CreateSymbolicLink(folder["base/services"], folder["secret"]);

        Assert.Throws<IOException>(Apply);
        Assert.Equal("old", File.ReadAllText(folder["secret/old.yaml"]));
        Assert.False(Saved.Exists);
    }

    [Fact]
    public void What_is_kept_comes_back_only_as_it_was()
    {
        Apply();
        Write("secret", "secret");
        File.Delete(folder["own/.upgrade/before/own/pack.yaml"]);
        File.CreateSymbolicLink(folder["own/.upgrade/before/own/pack.yaml"], folder["secret"]);
        var before = Everything();

        Assert.Throws<IOException>(() => Saved.Undo());
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void Nothing_is_written_beside_the_layers() =>
        Assert.Throws<IOException>(() => Saved.Write([new("../victim", "pack.yaml", null, Bytes("new"))]));

    [Fact]
    public void A_layer_that_an_interrupted_upgrade_did_not_come_to_is_left_as_it_is()
    {
        Saved.Write([new("own", "pack.yaml", Bytes(Mine), Bytes(Mine + "# new")), new("below", "pack.yaml", null, Bytes("name: below\n"))]);
        Directory.Delete(folder["below"], recursive: true);

        Assert.Equal(2, Saved.Undo());
        Assert.Equal(Mine, File.ReadAllText(folder["own/pack.yaml"]));
    }

    private void Apply() => Saved.Write(
    [
        new("own", "pack.yaml", Bytes(Mine), Bytes("extends: base\nname: yours\n")),
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
