using Platform.Core.People;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Applicants;

/// <summary>Who moves a case.</summary>
public static class Movers
{
    /// <summary>The applicant: does what the definition leaves to applicants, in her own cases.</summary>
    public static Mover Of(Applicant applicant, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(applicant);
        return new(actor, applicant.Filling, (_, by) => by.Contains(WorkflowStep.Applicant), _ => false) { Seen = found => found.Stamp };
    }

    /// <summary>An official: does what one of her roles does, where she holds it for the case. Decisions need their permission besides.</summary>
    public static Mover Of(Viewer viewer, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return new(
            actor,
            CaseAccess.Official.Of(viewer),
            (found, by) => viewer.Grants.Any(g => by.Contains(g.Role) && new Scope([new ScopePart(g.Organization, g.AreaPath)]).Covers(found.Organization, found.AreaPath)),
            found => viewer.May(CasesPermissions.Decide, found.Organization, found.AreaPath));
    }
}
