using System.Security.Cryptography;

namespace Platform.Cli.Releases;

/// <summary>
/// A folder for what is needed while a release is made; gone afterwards. Its path is always equally long: the compiler of Razor numbers
/// what it calls by the place in the code it has generated, into which it writes the path of each page before.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private const int Length = 64;
    private const int ShortestName = 8;
    private const string Prefix = "egov-release-";

    /// <exception cref="IOException">The folder for temporary files has too long a name, or cannot be written.</exception>
    public WorkFolder()
    {
        var beginning = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Prefix);
        var rest = Length - beginning.Length;
        if (rest < ShortestName)
        {
            throw new IOException($"The path {System.IO.Path.GetTempPath()} is too long to make a release in; set TMPDIR to a shorter one.");
        }

        Path = beginning + RandomNumberGenerator.GetHexString(rest, lowercase: true);
        Directory.CreateDirectory(Path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Make(string name) => Directory.CreateDirectory(this[name]).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
