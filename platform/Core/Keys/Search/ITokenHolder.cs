namespace Platform.Core.Keys.Search;

/// <summary>Keeps search tokens whose values it can open, and so can make them anew with the active instance key.</summary>
public interface ITokenHolder
{
    /// <summary>Which tokens, as <c>people</c>; stored, so it stays.</summary>
    string Name { get; }

    /// <summary>Replaces every token by that of the active instance key. May be interrupted and run again, while others write.</summary>
    Task RenewAsync(CancellationToken cancellationToken);
}
