namespace Platform.Core.Modules.External;

/// <summary>A module's file cannot be used. The message says why, and what to do.</summary>
public sealed class ModuleException(string message, Exception? inner = null) : Exception(message, inner);
