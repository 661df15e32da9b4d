using Dapper;

namespace Platform.Core.People;

/// <summary>One organization (or <see cref="Grant.AnyOrganization"/>), in one area and below it, or (null) everywhere.</summary>
public sealed record ScopePart(string Organization, string? AreaPath);

/// <summary>The organizations and areas in which a permission is held. Becomes SQL, so that a list never holds what its reader may not see.</summary>
public sealed record Scope(IReadOnlyList<ScopePart> Parts)
{
    public bool Covers(string organization, string? areaPath) => Parts.Any(p =>
        (p.Organization == Grant.AnyOrganization || p.Organization == organization) && (p.AreaPath is null || (areaPath?.StartsWith(p.AreaPath, StringComparison.Ordinal) ?? false)));

    /// <summary>
    /// The condition as SQL; adds its parameters to <paramref name="parameters"/>. Area prefixes are ranges, which both databases answer from an index.
    /// </summary>
    /// <param name="organization">The organization column.</param>
    /// <param name="areaPath">The area path column; holds paths such as <c>/18/1801/</c>.</param>
    public string ToSql(string organization, string areaPath, DynamicParameters parameters)
    {
        var conditions = Parts.Select((part, i) => PartToSql(part, i, organization, areaPath, parameters)).ToList();
        return conditions.Count == 0 ? "1 = 0" : $"({string.Join(" or ", conditions)})";
    }

    private static string PartToSql(ScopePart part, int i, string organization, string areaPath, DynamicParameters parameters)
    {
        var inOrganization = OrganizationToSql(part.Organization, i, organization, parameters);
        if (part.AreaPath is not { } path)
        {
            return inOrganization;
        }

        parameters.Add($"scope_a{i}", path);
        // '0' follows '/' in code point order: the first text that is no longer below the path.
        parameters.Add($"scope_b{i}", path[..^1] + '0');
        return $"({inOrganization} and {areaPath} >= @scope_a{i} and {areaPath} < @scope_b{i})";
    }

    private static string OrganizationToSql(string wanted, int i, string organization, DynamicParameters parameters)
    {
        if (wanted == Grant.AnyOrganization)
        {
            return "1 = 1";
        }

        parameters.Add($"scope_o{i}", wanted);
        return $"{organization} = @scope_o{i}";
    }
}
