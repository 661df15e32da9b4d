using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Platform.Cli.Conformance;

/// <summary>An endpoint of the module and an address that leads to it.</summary>
internal sealed partial record Visit(RouteEndpoint Endpoint, string Method)
{
    public string Route => '/' + Endpoint.RoutePattern.RawText!.TrimStart('/');

    public bool IsPage => Endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    public bool IsPublic => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Says who may call it, be it everybody.</summary>
    public bool IsDeclared => IsPublic || Endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null;

    /// <summary>Wants more than somebody who is signed in.</summary>
    public bool NeedsPermission => !IsPublic && Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => !string.IsNullOrEmpty(a.Policy));

    /// <summary>Its address names something that is not there: 404 is right.</summary>
    public bool NamesSomething => Endpoint.RoutePattern.Parameters.Any(p => p.Name != "lang" && !p.IsOptional);

    public override string ToString() => $"{Method} {Route}";

    /// <param name="language">Of a page.</param>
    public string Path(string language = "en") => Parameter().Replace(Optional().Replace(Route, ""), found => found.Groups[1].Value == "lang" ? language : found.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.CreateVersion7().ToString("D") : found.Value.Contains(":int", StringComparison.Ordinal) || found.Value.Contains(":long", StringComparison.Ordinal) ? "1" : "none");

    public static IReadOnlyList<Visit> Of(Trial trial) =>
        [.. trial.Endpoints.SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new Visit(e, method)))];

    [GeneratedRegex(@"/\{\w+(:\w+)?\?\}$")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{\**(\w+)[^{}]*\}")]
    private static partial Regex Parameter();
}
