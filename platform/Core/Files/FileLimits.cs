namespace Platform.Core.Files;

/// <summary>What is accepted.</summary>
/// <param name="MaxBytes">The largest content, in bytes.</param>
/// <param name="Types">The kinds accepted, told by content; null: all.</param>
/// <param name="IsOurs">The platform made it itself, as a certificate: no virus scanner is asked, and none can stand in its way.</param>
public sealed record FileLimits(long MaxBytes, IReadOnlySet<FileType>? Types = null, bool IsOurs = false);

/// <summary>Why a file was not accepted.</summary>
public enum FileRefusal
{
    Empty,
    TooLarge,
    TypeNotAccepted,

    /// <summary>A virus scanner found something in it.</summary>
    Harmful,

    /// <summary>The virus scanner could not be asked; later it may.</summary>
    NotExamined,

    /// <summary>What it belongs to has as many files as it may.</summary>
    NoRoom,
}

/// <summary>The file is not accepted; nothing was stored. Wrong input: tell the person in their words by <see cref="Refusal"/>.</summary>
/// <param name="type">What its content says it is.</param>
public sealed class FileRefusedException(FileRefusal refusal, FileType type) : Exception($"The file was refused: {refusal}, {type.MediaType}.")
{
    public FileRefusal Refusal => refusal;

    public FileType Type => type;
}

/// <summary>A file that is durable on disk.</summary>
/// <param name="Id">Its name in the store.</param>
/// <param name="Length">Bytes of the content.</param>
/// <param name="Type">Told by the content.</param>
/// <param name="Sha256">SHA-256 over the ciphertext, for the audit row: it says nothing about the content.</param>
public sealed record StoredFile(Guid Id, long Length, FileType Type, byte[] Sha256);
