namespace Platform.Modules.Catalogue;

/// <summary>
/// The services that most people use, as a module counts them; none until one does. Held in memory, since pages of the catalogue ask no database: each process
/// is told for itself.
/// </summary>
public sealed class MostUsed
{
    private volatile IReadOnlyList<string> services = [];

    /// <summary>Ids, the most used first. Whoever sets them leaves out what is used by too few to be told.</summary>
    public IReadOnlyList<string> Services
    {
        get => services;
        set => services = value;
    }
}
