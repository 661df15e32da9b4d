namespace Platform.Cli.Installing;

/// <summary>
/// Whom an instance believes, in a folder beside its releases: whoever brings an upgrade does not bring along whom to believe.
/// What a release brings about is on trial until that release serves; what was kept before lies aside until then.
/// </summary>
internal sealed class KeptTrust(string folder)
{
    public const string RootsFile = "roots.pem";
    public const string CountryFile = "country.pem";
    public const string TimeFile = "time.pem";

    private string Before => $"{folder}.before";

    /// <summary>Is not whole, or no longer.</summary>
    private string Part => $"{Before}.part";

    /// <summary>What counts, whatever an interrupted run has put; null where nothing was kept yet.</summary>
    public Trust? Current => Read(Directory.Exists(Before) ? Before : folder);

    public string this[string file] => Path.Combine(folder, file);

    /// <summary>On trial from now on.</summary>
    public void Put(Trust trust)
    {
        if (!Directory.Exists(Before))
        {
            PutAside();
        }

        Write(folder, trust);
    }

    /// <summary>What is on trial counts from now on.</summary>
    public void Confirm()
    {
        DeletePart();
        if (Directory.Exists(Before))
        {
            Directory.Move(Before, Part);
            Directory.Delete(Part, recursive: true);
        }
    }

    /// <summary>What counted before the trial stands there again.</summary>
    public void Restore()
    {
        if (!Directory.Exists(Before))
        {
            return;
        }

        if (Read(Before) is { } before)
        {
            Write(folder, before);
        }
        else
        {
            Directory.Delete(folder, recursive: true);
        }

        Confirm();
    }

    private void PutAside()
    {
        DeletePart();
        Directory.CreateDirectory(Part);
        if (Read(folder) is { } now)
        {
            Write(Part, now);
        }

        Directory.Move(Part, Before);
    }

    private void DeletePart()
    {
        if (Directory.Exists(Part))
        {
            Directory.Delete(Part, recursive: true);
        }
    }

    private static Trust? Read(string folder) =>
        Read(folder, RootsFile) is { } roots ? new(roots, Read(folder, CountryFile), Read(folder, TimeFile)) : null;

    private static string? Read(string folder, string name) => Path.Combine(folder, name) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    // Roots come last: without them nothing is kept.
    private static void Write(string folder, Trust trust)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, pem) in new[] { (CountryFile, trust.Country), (TimeFile, trust.Time), (RootsFile, trust.Roots) })
        {
            if (pem is null)
            {
                File.Delete(Path.Combine(folder, name));
                continue;
            }

            ReadableFile.Write(Path.Combine(folder, name), part => File.WriteAllText(part, pem));
        }
    }
}
