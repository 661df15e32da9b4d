namespace Platform.Testing;

/// <summary>Somebody with an account. Made by <see cref="TestPeople"/>.</summary>
/// <param name="TotpKey">The secret of the authenticator app; null for those without.</param>
public sealed record TestPerson(Guid PersonId, string SignInName, string Password, byte[]? TotpKey);
