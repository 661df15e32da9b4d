namespace Platform.Cli.Import.Forms.Terms;

/// <summary>An expression cannot be said in FEEL, or reads what is not asked before; the message is the reason.</summary>
internal sealed class NotCarriedException(string message) : Exception(message);
