using Platform.Core.Files;

namespace Platform.Core.Keys;

/// <summary>
/// The folder of the instance keys: <c>instance.key</c> is the active one, <c>instance-&lt;id&gt;.key</c> are earlier ones.
/// One line each: <c>egov-instance-key 1 &lt;id&gt; &lt;key in base64url&gt;</c>, readable by its owner only.
/// </summary>
/// <param name="activeFile">Path of the active key; the others lie beside it.</param>
public sealed class KeyFolder(string activeFile)
{
    private readonly string activeFile = System.IO.Path.GetFullPath(activeFile);

    public string Path => System.IO.Path.GetDirectoryName(activeFile)!;

    public bool HasActive => File.Exists(activeFile);

    /// <summary>When the active key was last written, in UTC; another value after each rotation.</summary>
    internal DateTime ChangedAt => File.GetLastWriteTimeUtc(activeFile);

    /// <summary>Makes the first key.</summary>
    /// <exception cref="InstanceKeyException">There is one already: overwriting it would make all data unreadable.</exception>
    public KeyId Init() => Restore([SecretKey.Create()]);

    /// <summary>Makes a new active key; the one so far stays readable under its id. At no moment is there no active key.</summary>
    public (KeyId Old, KeyId New) Rotate()
    {
        var old = ReadAll()[0];
        var next = SecretKey.Create();
        Write(old, NameOf(old.Id), overwrite: true);
        Write(next, activeFile, overwrite: true);
        return (old.Id, next.Id);
    }

    /// <summary>Puts a copy of a key file back.</summary>
    /// <exception cref="InstanceKeyException">The copy is damaged, or there is an active key already.</exception>
    public KeyId RestoreFrom(string copy) => Restore([KeyFile.Read(copy)]);

    /// <summary>Writes keys into a folder that has none, the first as the active one.</summary>
    /// <exception cref="InstanceKeyException">There is an active key already.</exception>
    internal KeyId Restore(IReadOnlyList<SecretKey> keys)
    {
        if (HasActive)
        {
            throw Exists();
        }

        foreach (var key in keys.Skip(1))
        {
            Write(key, NameOf(key.Id), overwrite: true);
        }

        try
        {
            Write(keys[0], activeFile, overwrite: false);
        }
        catch (IOException) when (HasActive)
        {
            throw Exists();
        }

        return keys[0].Id;
    }

    /// <returns>All keys, the active one first.</returns>
    /// <exception cref="InstanceKeyException">No active key, a damaged file, or a file that others may read.</exception>
    internal IReadOnlyList<SecretKey> ReadAll()
    {
        if (!HasActive)
        {
            throw new InstanceKeyException($"There is no instance key at {activeFile}. For a new instance run: egov keys init. If it was lost: egov keys restore");
        }

        var earlier = Directory.EnumerateFiles(Path, "instance-*.key").Order(StringComparer.Ordinal);
        return [.. earlier.Prepend(activeFile).Select(KeyFile.Read).DistinctBy(key => key.Id)];
    }

    private string NameOf(KeyId id) => System.IO.Path.Combine(Path, $"instance-{id}.key");

    private static void Write(SecretKey key, string file, bool overwrite) => DurableFile.Write(file, KeyFile.Format(key), KeyFile.OwnerOnly, overwrite);

    private InstanceKeyException Exists() =>
        new($"{activeFile} exists already and is not overwritten: without it nothing that was encrypted can be read. Move it away first if you mean to replace it.");
}
