namespace Platform.Core.Releases;

/// <summary>A release is not what it claims to be, or not what this place may install. The message says why and is meant for the operator's screen.</summary>
public sealed class ReleaseRefusedException(string message, Exception? inner = null) : Exception(message, inner);
