using Microsoft.Extensions.Logging;
using Platform.Core.Texts.Po;

namespace Platform.Core.Texts;

/// <summary>The files <c>{tag}/{module}.po</c> of a folder as a catalog, read again when they change.</summary>
internal sealed partial class TextFolder
{
    // Editors write a file in several steps; and a page looks up a hundred texts.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly string? path;
    private readonly TimeProvider? clock;
    private readonly ILogger logger;
    private readonly Lock reading = new();
    private volatile TextCatalog catalog = TextCatalog.Empty;
    private List<(string Path, DateTime Written, long Length)> stamps = [];
    private long looked;

    /// <param name="path">Null: no folder, an empty catalog.</param>
    /// <param name="clock">Null: the files are read once.</param>
    /// <exception cref="PoException">A file cannot be used.</exception>
    public TextFolder(string? path, TimeProvider? clock, ILogger logger)
    {
        (this.path, this.clock, this.logger) = (path, clock, logger);
        if (path is not null)
        {
            stamps = Stamp(path);
            catalog = Read(stamps);
            looked = clock?.GetTimestamp() ?? 0;
        }
    }

    public TextCatalog Catalog
    {
        get
        {
            if (clock is not null && path is not null && clock.GetElapsedTime(Volatile.Read(ref looked)) > Pause)
            {
                Refresh(clock, path);
            }

            return catalog;
        }
    }

    private void Refresh(TimeProvider timer, string folder)
    {
        lock (reading)
        {
            if (timer.GetElapsedTime(looked) <= Pause)
            {
                return;
            }

            Volatile.Write(ref looked, timer.GetTimestamp());
            try
            {
                var now = Stamp(folder);
                if (!now.SequenceEqual(stamps))
                {
                    stamps = now;
                    catalog = Read(now);
                }
            }
            catch (Exception error) when (error is PoException or IOException or UnauthorizedAccessException)
            {
                KeptLastGood(logger, error.Message);
            }
        }
    }

    private static List<(string Path, DateTime Written, long Length)> Stamp(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateDirectories().Where(d => LanguageTag.IsValid(d.Name))
            .SelectMany(d => d.EnumerateFiles("*.po"))
            .OrderBy(f => f.FullName, StringComparer.Ordinal)
            .Select(f => (f.FullName, f.LastWriteTimeUtc, f.Length)),
    ];

    private static TextCatalog Read(List<(string Path, DateTime Written, long Length)> files) =>
        TextCatalog.From(files.Select(f => (Path.GetFileName(Path.GetDirectoryName(f.Path)!), PoFile.Load(f.Path))));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last good texts stay in use: {Problem}")]
    private static partial void KeptLastGood(ILogger logger, string problem);
}
