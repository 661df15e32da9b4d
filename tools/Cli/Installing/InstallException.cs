namespace Platform.Cli.Installing;

/// <summary>A release cannot become current as things are. The message says what to do.</summary>
internal sealed class InstallException(string message) : IOException(message);
