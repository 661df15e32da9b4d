using System.Data.Common;

namespace Platform.Core.Data;

/// <summary>The database refused a statement, and with it all that were sent together; nothing was written.</summary>
/// <param name="statement">Which one; null where the database does not say.</param>
/// <param name="error">What it said.</param>
internal sealed class RefusedException(Statement? statement, DbException error) : Exception(error.Message, error)
{
    public Statement? Statement => statement;

    public DbException Error => error;

    /// <summary>Which rule it was; null where it was none that the platform knows.</summary>
    public Violation? Violation { get; } = Violation.Of(error);
}
