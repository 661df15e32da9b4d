using System.Runtime.Versioning;
using Platform.Core.Keys;
using Platform.Testing;

namespace Platform.Core.Tests.Keys;

[UnsupportedOSPlatform("windows")]
public sealed class InstanceKeysTests : IDisposable
{
    private static readonly RowIdentity Row = new("keys_subject_key", "wrapped", Guid.CreateVersion7());
    private readonly TestFolder temporary = new();

    private string ActiveFile => temporary["keys/instance.key"];

    private KeyFolder Folder => new(ActiveFile);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Init_makes_a_key_that_only_its_owner_reads()
    {
        var id = Folder.Init();

        Assert.Equal(id, new InstanceKeys(Folder).Active);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(ActiveFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder.Path));
        Assert.Equal(["instance.key"], Directory.GetFiles(Folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Init_never_overwrites()
    {
        Folder.Init();
        var before = File.ReadAllText(ActiveFile);

        var error = Assert.Throws<InstanceKeyException>(() => Folder.Init());

        Assert.Contains(ActiveFile, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(ActiveFile));
    }

    [Fact]
    public void Without_a_key_the_message_says_what_to_run() =>
        Assert.Contains("egov keys init", Assert.Throws<InstanceKeyException>(() => new InstanceKeys(Folder).Active).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void A_key_open_to_others_is_refused(UnixFileMode opened)
    {
        Folder.Init();
        File.SetUnixFileMode(ActiveFile, File.GetUnixFileMode(ActiveFile) | opened);

        Assert.Contains("chmod 600", Assert.Throws<InstanceKeyException>(() => new InstanceKeys(Folder).Active).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_file_with_one_wrong_letter_is_refused()
    {
        Folder.Init();
        var text = File.ReadAllText(ActiveFile);
        for (var at = 0; at < text.Length - 2; at++)
        {
            var letters = text.ToCharArray();
            letters[at] = letters[at] == 'x' ? 'y' : 'x';
            File.WriteAllText(ActiveFile, new string(letters));
            Assert.Throws<InstanceKeyException>(() => new InstanceKeys(Folder).Active);
        }
    }

    [Fact]
    public void After_a_rotation_the_new_key_wraps_and_the_old_one_still_opens()
    {
        var old = Folder.Init();
        var wrapped = new InstanceKeys(Folder).Wrap(Row, [1, 2, 3]);

        var (from, to) = Folder.Rotate();
        var keys = new InstanceKeys(Folder);

        Assert.Equal(old, from);
        Assert.Equal([to, old], keys.All);
        Assert.Equal([1, 2, 3], keys.Unwrap(Row, wrapped));
        Assert.Equal(to, Cipher.KeyIdOf(keys.Wrap(Row, [1]), Row));
    }

    [Fact]
    public void A_running_process_reads_what_another_wrapped_after_rotating()
    {
        Folder.Init();
        var running = new InstanceKeys(Folder);
        Folder.Rotate();
        var wrapped = new InstanceKeys(Folder).Wrap(Row, [7]);

        Assert.Equal([7], running.Unwrap(Row, wrapped));
        Assert.Equal(new InstanceKeys(Folder).Active, running.Active);
    }

    [Fact]
    public void Rewrapping_moves_to_the_active_key_once()
    {
        Folder.Init();
        var wrapped = new InstanceKeys(Folder).Wrap(Row, [5]);
        Folder.Rotate();
        var keys = new InstanceKeys(Folder);

        var rewrapped = keys.Rewrap(Row, wrapped);

        Assert.Equal([5], keys.Unwrap(Row, rewrapped));
        Assert.Null(keys.Rewrap(Row, rewrapped));
    }

    [Fact]
    public void A_key_of_another_instance_names_what_is_missing()
    {
        Folder.Init();
        var elsewhere = new KeyFolder(temporary["elsewhere/instance.key"]);
        var foreign = elsewhere.Init();
        var wrapped = new InstanceKeys(elsewhere).Wrap(Row, [1]);

        var error = Assert.Throws<UnreadableException>(() => new InstanceKeys(Folder).Unwrap(Row, wrapped));

        Assert.Contains(foreign.ToString(), error.Message, StringComparison.Ordinal);
    }
}
