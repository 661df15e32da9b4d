namespace Platform.Core;

/// <summary>Where the portal is reached from outside. Printed on documents and written into messages, so it must stay reachable.</summary>
/// <param name="Root">Scheme and host, without a slash at the end, as <c>https://portal.example</c>.</param>
public sealed record PortalAddress(string Root)
{
    /// <param name="path">From the first slash, as <c>/verify</c>.</param>
    public string Of(string path) => Root + path;

    /// <summary>Whether the world can follow a link that begins so.</summary>
    public bool IsPublic => Uri.TryCreate(Root, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback;
}
