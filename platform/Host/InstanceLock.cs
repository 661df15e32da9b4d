namespace Platform.Host;

/// <summary>A SQLite instance is exactly one process. The lock ends with the process, however that ends.</summary>
internal static class InstanceLock
{
    /// <exception cref="StartException">Another process holds the data folder.</exception>
    public static IDisposable? Take(HostSettings settings)
    {
        if (settings.Database is not null)
        {
            return null;
        }

        var path = Path.Combine(settings.DataFolder, "instance.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new StartException($"Another process uses the data folder {settings.DataFolder}; stop it, choose another folder with --data DIR, or use PostgreSQL with --database for several processes.", error);
        }
    }
}
