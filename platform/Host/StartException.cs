namespace Platform.Host;

/// <summary>The platform cannot start, for a reason its operator can mend. The message is one sentence that says what to do.</summary>
public sealed class StartException(string message, Exception? inner = null) : Exception(message, inner);
