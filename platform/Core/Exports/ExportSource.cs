using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;

namespace Platform.Core.Exports;

/// <summary>Keys and files of the instance, asked for by an export; what is not there is noted, and the rest goes on.</summary>
internal sealed class ExportSource(KeyStore keys, FileStore files)
{
    private const int MostFaults = 100;
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    /// <summary>The keys of these subjects; those erased are not in it, and neither are those that are missing, which is a fault.</summary>
    public async Task<Dictionary<Guid, SecretKey>> KeysAsync(IEnumerable<Guid> subjects, CancellationToken cancellationToken)
    {
        var wanted = subjects.Distinct().ToList();
        var found = new Dictionary<Guid, SecretKey>(await keys.GetManyAsync(wanted, cancellationToken));
        foreach (var subject in wanted.Where(s => !found.ContainsKey(s)))
        {
            await NoteIfMissingAsync(subject, cancellationToken);
        }

        return found;
    }

    /// <returns>Null where the file is gone.</returns>
    public async Task<Stream?> FileAsync(Guid id, SecretKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await files.OpenAsync(id, key, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            Note($"The file {id:D} is named by a row and is not in the data folder.");
            return null;
        }
    }

    /// <summary>What a sealed value says; null where it cannot be opened.</summary>
    public string? Open(SecretKey key, RowIdentity place, byte[] value)
    {
        try
        {
            return Cipher.OpenText(key, place, value);
        }
        catch (UnreadableException error)
        {
            Note(error.Message);
            return null;
        }
    }

    public void Note(string fault)
    {
        if (faults.Count < MostFaults)
        {
            faults.Add(fault);
        }
    }

    private async Task NoteIfMissingAsync(Guid subject, CancellationToken cancellationToken)
    {
        try
        {
            await keys.GetAsync(subject, cancellationToken);
        }
        catch (KeyErasedException)
        {
            // As it should be: what was erased is in no export.
        }
        catch (KeyMissingException error)
        {
            Note(error.Message);
        }
    }
}
