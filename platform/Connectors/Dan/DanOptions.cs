using System.ComponentModel.DataAnnotations;

namespace Platform.Connectors.Dan;

/// <summary>Settings below <c>Modules:dan</c>. Without <see cref="ClientId"/> nobody is offered to sign in with DAN; with it all the others must be right.</summary>
public sealed class DanOptions : IValidatableObject
{
    /// <summary>What DAN knows this portal by.</summary>
    public string? ClientId { get; set; }

    /// <summary>A file that holds the client's secret and nothing else; read at each sign-in, so a new one needs no restart.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>The secret itself, for those whose secrets come by the environment (<c>PLATFORM_Modules__dan__ClientSecret</c>).</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Where the browser goes.</summary>
    public Uri? Authorize { get; set; }

    /// <summary>Where a code is exchanged.</summary>
    public Uri? Token { get; set; }

    /// <summary>Where the answers of the registries are fetched.</summary>
    public Uri? Profile { get; set; }

    /// <summary>Where people sign out of DAN; told to those who sign out here.</summary>
    public Uri? SignOut { get; set; }

    /// <summary>How long one call may take.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 10;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClientId is null)
        {
            yield break;
        }

        if (ClientSecret is null == ClientSecretFile is null)
        {
            yield return new("Modules:dan needs either ClientSecretFile or ClientSecret");
        }

        if (ClientSecretFile is { } file && !File.Exists(file))
        {
            yield return new($"Modules:dan:ClientSecretFile: there is no file {file}");
        }

        foreach (var (name, address) in new[] { (nameof(Authorize), Authorize), (nameof(Token), Token), (nameof(Profile), Profile) })
        {
            // The secret and what registries say travel there.
            if (address is not { IsAbsoluteUri: true } || !(address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" }))
            {
                yield return new($"Modules:dan:{name} must be an address that begins with https://");
            }
        }
    }
}
