namespace Platform.Cli.Releases;

/// <summary>What a release is to be.</summary>
/// <param name="Pack">The pack's folder.</param>
/// <param name="Root">The repository's.</param>
/// <param name="Runtime">As the manifest says it.</param>
/// <param name="Modules">Files of modules from outside that it takes along.</param>
/// <param name="WithInputs">Whether the packages travel along from which it can be built without network.</param>
/// <param name="Notes">For those who come from an earlier version.</param>
/// <param name="AllowChanges">Whether what is not committed may be taken.</param>
/// <param name="AllowMissingTexts">Whether public texts, of the pack and of the interface, may be missing in a language of the pack.</param>
internal sealed record ReleaseBuildOptions(string Pack, string Root, string Runtime, IReadOnlyList<string> Modules, bool WithInputs, UpgradeNotes Notes, bool AllowChanges, bool AllowMissingTexts);
