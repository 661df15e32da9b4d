namespace Platform.Cli.Releases.Screening;

/// <summary>A line of text that somebody could read in a release.</summary>
/// <param name="File">In the release, with the archive's name first.</param>
/// <param name="Line">From 1; 0: the file's name, or data inside an image.</param>
/// <param name="Compiled">Whether it was picked out of a program: then only what is certain counts.</param>
internal readonly record struct Passage(string File, int Line, string Text, bool Compiled = false);
