using Dapper;
using Platform.Core.People;

namespace Platform.Modules.Cases;

/// <summary>
/// On whose behalf a case is read. Every reading method takes one and puts it into its SQL, so a case that is not the reader's
/// is simply not found.
/// </summary>
public abstract record CaseAccess
{
    private CaseAccess()
    {
    }

    /// <summary>The person whose case it is, and the browser that holds the secret of cases filed without a name.</summary>
    /// <param name="SecretHash">SHA-256 of the browser's secret; null where it holds none.</param>
    public sealed record Owner(Guid? PersonId, byte[]? SecretHash = null) : CaseAccess
    {
        internal override string ToSql(DynamicParameters parameters)
        {
            parameters.Add("owner", PersonId);
            parameters.Add("secret", SecretHash);
            return (PersonId, SecretHash) switch
            {
                (null, null) => "1 = 0",
                (null, _) => "secret_hash = @secret",
                (_, null) => "applicant_id = @owner",
                _ => "(applicant_id = @owner or secret_hash = @secret)",
            };
        }
    }

    /// <summary>An official, where her permission reaches. Drafts are nobody's business but their owner's.</summary>
    public sealed record Official(Scope Scope) : CaseAccess
    {
        internal override string ToSql(DynamicParameters parameters) =>
            $"state <> '{CaseStates.Draft}' and {Scope.ToSql("organization", "area_path", parameters)}";
    }

    /// <summary>The platform itself, after commit: handlers of the outbox and jobs. Never a request.</summary>
    public sealed record AfterCommit : CaseAccess
    {
        internal override string ToSql(DynamicParameters parameters) => "1 = 1";
    }

    /// <summary>The SQL condition; adds its parameters.</summary>
    internal abstract string ToSql(DynamicParameters parameters);
}
