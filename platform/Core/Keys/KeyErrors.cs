using System.Security.Cryptography;

namespace Platform.Core.Keys;

/// <summary>A stored value does not open: altered, cut, moved, or sealed with another key. The message names the place, never the content.</summary>
public sealed class UnreadableException(string message, Exception? inner = null) : CryptographicException(message, inner);

/// <summary>The subject's key was erased on purpose. Nothing of the subject can be read again; show it as erased.</summary>
public sealed class KeyErasedException(Guid subject) : Exception($"The key of {subject:D} has been erased.")
{
    public Guid Subject => subject;
}

/// <summary>The key store has never heard of the subject: the data and the key store do not belong together, an operator must look.</summary>
public sealed class KeyMissingException(Guid subject) : Exception(
    $"The key store has no key for {subject:D} and no note that it was erased. Was the key store restored from an older backup than the data?")
{
    public Guid Subject => subject;
}

/// <summary>The instance's keys cannot be used as they are. The message says what to do and is meant for the operator's screen.</summary>
public sealed class InstanceKeyException(string message) : Exception(message);
