namespace Platform.Cli.Import;

/// <summary>What is to be imported cannot be read; the message says what to do.</summary>
internal sealed class ImportException(string message) : Exception(message);
