namespace Platform.Modules.Identity.Pages.Identity;

/// <summary>What stands on the slip that somebody takes home; shown once and stored nowhere.</summary>
/// <param name="Hours">How long it holds.</param>
public sealed record PrintedPassword(string SignInName, string Password, int Hours);
