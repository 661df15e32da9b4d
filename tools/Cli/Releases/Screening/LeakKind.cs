namespace Platform.Cli.Releases.Screening;

/// <summary>What must not leave with a release.</summary>
internal enum LeakKind
{
    Secret,
    Entropy,
    Personal,
    Name,
    Domain,
    Language,
    PhoneCode,
    Currency,
    Organization,
    IdRule,

    /// <summary>Nobody has looked into it.</summary>
    Unread,
}

/// <summary>What each kind is called where it is printed.</summary>
internal static class LeakKindWords
{
    public static string InWords(this LeakKind kind) => kind switch
    {
        LeakKind.Secret => "a secret",
        LeakKind.Entropy => "looks like a secret",
        LeakKind.Personal => "personal data",
        LeakKind.Name => "a name",
        LeakKind.Domain => "a domain",
        LeakKind.Language => "a language",
        LeakKind.PhoneCode => "a phone code",
        LeakKind.Currency => "a currency",
        LeakKind.Organization => "an organization",
        LeakKind.IdRule => "a rule for identity numbers",
        _ => "not looked into",
    };
}
