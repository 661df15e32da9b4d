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
        /// <summary>
        /// The person is a clerk, and this is where she files for people at the counter: also the drafts that she fills in until they are
        /// sent, and the cases there that wait for their applicant. Null for everybody else.
        /// </summary>
        public Official? Counter { get; init; }

        internal override string ToSql(DynamicParameters parameters)
        {
            parameters.Add("owner", PersonId);
            parameters.Add("secret", SecretHash);
            return (PersonId, SecretHash) switch
            {
                (null, null) => "1 = 0",
                (null, _) => "secret_hash = @secret",
                (_, null) => $"(applicant_id = @owner{ForOthers(parameters)})",
                _ => $"(applicant_id = @owner or secret_hash = @secret{ForOthers(parameters)})",
            };
        }

        private string ForOthers(DynamicParameters parameters) => Counter is null
            ? ""
            : $" or (filed_by = @owner and state = '{CaseStates.Draft}') or (paused_at is not null and applicant_id is not null and {Counter.ToSql(parameters)})";
    }

    /// <summary>The clerk who filed it at the counter: for the slip the person takes home.</summary>
    public sealed record Clerk(Guid PersonId) : CaseAccess
    {
        internal override string ToSql(DynamicParameters parameters)
        {
            parameters.Add("clerk", PersonId);
            return "filed_by = @clerk";
        }
    }

    /// <summary>An official, where her permission reaches. Drafts are nobody's business but their owner's.</summary>
    public sealed record Official(Scope Scope) : CaseAccess
    {
        /// <summary>The official. Her own cases are not hers to handle: for her desk they are not there.</summary>
        public Guid? PersonId { get; init; }

        /// <summary>The bodies she works for: a complaint about one of them is not there either, whatever else she may see.</summary>
        public IReadOnlyList<string> WorksFor { get; init; } = [];

        /// <summary>The official who is signed in, where she holds the permission.</summary>
        public static Official Of(Viewer viewer, string permission = CasesPermissions.View)
        {
            ArgumentNullException.ThrowIfNull(viewer);
            return new(viewer.ScopeOf(permission)) { PersonId = viewer.PersonId, WorksFor = [.. viewer.Grants.Select(g => g.Organization).Distinct()] };
        }

        internal override string ToSql(DynamicParameters parameters)
        {
            parameters.Add("official", PersonId);
            var own = PersonId is null ? "" : " and (applicant_id is null or applicant_id <> @official)";
            return $"state <> '{CaseStates.Draft}' and {Scope.ToSql("organization", "area_path", parameters)}{own}{Hidden(parameters)}";
        }

        private string Hidden(DynamicParameters parameters) => WorksFor.Count == 0 ? "" : $" and (hidden_from is null or ({string.Join(" and ", WorksFor.Select((body, i) =>
        {
            parameters.Add($"body{i}", body);
            return $"hidden_from <> @body{i}";
        }))}))";
    }

    /// <summary>
    /// Whoever holds a paper of this one case and has proved it, by its code or its signed text: a request without a name. How much it is told
    /// is for the module to say that checked the proof, and to log.
    /// </summary>
    public sealed record Bearer(Guid CaseId) : CaseAccess
    {
        internal override string ToSql(DynamicParameters parameters)
        {
            parameters.Add("proven", CaseId);
            return "case_id = @proven";
        }
    }

    /// <summary>The platform itself, after commit: handlers of the outbox and jobs. Never a request.</summary>
    public sealed record AfterCommit : CaseAccess
    {
        internal override string ToSql(DynamicParameters parameters) => "1 = 1";
    }

    /// <summary>The SQL condition; adds its parameters.</summary>
    internal abstract string ToSql(DynamicParameters parameters);
}
