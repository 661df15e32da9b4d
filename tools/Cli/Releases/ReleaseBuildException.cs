namespace Platform.Cli.Releases;

/// <summary>A release cannot be made as things are. The message says what to do.</summary>
internal sealed class ReleaseBuildException(string message) : IOException(message);
