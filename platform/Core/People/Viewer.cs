namespace Platform.Core.People;

/// <summary>A role that somebody holds: what the role may do says the pack's <c>roles.yaml</c>.</summary>
/// <param name="Organization">The organization it is held in, or <see cref="AnyOrganization"/>.</param>
/// <param name="AreaPath">The area's path (<c>/18/1801/</c>) it is limited to, or null for all areas.</param>
public sealed record Grant(string Role, string Organization, string? AreaPath)
{
    /// <summary>Stands for every organization: those who keep the whole portal running.</summary>
    public const string AnyOrganization = "*";
}

/// <summary>
/// The person whom this request serves, with what the active grants allow. Scoped to the request; filled when the session is checked.
/// </summary>
public sealed class Viewer
{
    private Func<string, IReadOnlySet<string>> rolesWith = _ => new HashSet<string>();
    private readonly Dictionary<string, Scope> scopes = [];
    private IReadOnlyList<Grant> grants = [];

    /// <summary>Null while nobody is signed in.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary><c>none</c>, <c>low</c>, <c>substantial</c>, <c>high</c> (eIDAS words), as reached in this session.</summary>
    public string Assurance { get; private set; } = "none";

    public IReadOnlyList<Grant> Grants => grants;

    public bool IsOfficial => grants.Count > 0;

    /// <param name="rolesWith">Gives the roles that hold a permission, from the active pack.</param>
    public void SignedIn(Guid personId, string assurance, IReadOnlyList<Grant> active, Func<string, IReadOnlySet<string>> rolesWith)
    {
        (PersonId, Assurance, grants, this.rolesWith) = (personId, assurance, active, rolesWith);
        scopes.Clear();
    }

    /// <summary>May this person do it at all, somewhere? Decides menus and endpoint access, not single cases.</summary>
    public bool May(string permission) => ScopeOf(permission).Parts.Count > 0;

    /// <summary>May this person do it for this organization, in this area (null: no area)?</summary>
    public bool May(string permission, string organization, string? areaPath) => ScopeOf(permission).Covers(organization, areaPath);

    /// <summary>Where this person holds the permission: the filter of every list an official sees.</summary>
    public Scope ScopeOf(string permission)
    {
        // A page of the desk asks for the same few some twenty times.
        if (!scopes.TryGetValue(permission, out var scope))
        {
            var roles = rolesWith(permission);
            scope = new([.. grants.Where(g => roles.Contains(g.Role)).Select(g => new ScopePart(g.Organization, g.AreaPath)).Distinct()]);
            scopes.Add(permission, scope);
        }

        return scope;
    }

    public Actor Actor(string channel, Guid? forPerson = null) => new(PersonId, forPerson, channel);
}
