using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Cli.Doctor;

/// <summary>The machine: room on its disk, who may read, languages and zones, the certificate.</summary>
/// <param name="certificate">A file in PEM, or null.</param>
internal sealed class MachineChecks(string data, string? certificate, TimeProvider clock)
{
    private const double Gigabyte = 1 << 30;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite;

    public IReadOnlyList<Finding> Run() => [Disk(), Permissions(), Languages(), Zones(), Certificate()];

    private Finding Disk()
    {
        if (!Directory.Exists(data))
        {
            return Finding.Fail("disk", $"There is no data folder {data}", "Give its place with --data, or look on the machine that has it: files and keys lie in it");
        }

        var drive = new DriveInfo(data);
        var (free, share) = (drive.AvailableFreeSpace / Gigabyte, (double)drive.AvailableFreeSpace / drive.TotalSize);
        var says = string.Create(CultureInfo.InvariantCulture, $"{free:0.0} GB free, {share:P0} of the disk of {data}");
        return (free, share) switch
        {
            ( < 0.5, _) or (_, < 0.02) => Finding.Fail("disk", says, "Make room now: the portal stops taking applications when it is full"),
            ( < 2, _) or (_, < 0.1) => Finding.Warn("disk", says, "Make room, or move the data folder to a larger disk"),
            _ => Finding.Ok("disk", says),
        };
    }

    private Finding Permissions()
    {
        if (OperatingSystem.IsWindows())
        {
            return Finding.Warn("permissions", "Not looked at on Windows", "See that only the portal's user may read the data folder");
        }

        string[] own = [data, Path.Combine(data, "keys"), Path.Combine(data, "files")];
        var open = own.Where(Directory.Exists).Where(IsOpen).ToList();
        return open.Count == 0
            ? Finding.Ok("permissions", "Nobody else may read the data folder")
            : Finding.Warn("permissions", $"Others may read or write in {string.Join(", ", open)}", $"chmod 700 {string.Join(' ', open)}");
    }

    private static bool IsOpen(string folder) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & Others) != 0;

    private static Finding Languages() => new CultureInfo("fr").DateTimeFormat.MonthNames[0] != new CultureInfo("en").DateTimeFormat.MonthNames[0]
        ? Finding.Ok("languages", "ICU is there")
        : Finding.Fail("languages", "There is no ICU: dates and sorting would be English everywhere", "apt-get install libicu72, and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");

    private static Finding Zones() => TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Vladivostok", out _)
        ? Finding.Ok("zones", "Time zones are there")
        : Finding.Fail("zones", "There is no time zone data: deadlines would be in UTC", "apt-get install tzdata");

    private Finding Certificate()
    {
        if (certificate is null)
        {
            return Finding.Warn("certificate", "No certificate was named", "Name the one that the proxy serves with --certificate FILE");
        }

        try
        {
            using var read = X509Certificate2.CreateFromPem(File.ReadAllText(certificate));
            var left = read.NotAfter.ToUniversalTime() - clock.GetUtcNow().UtcDateTime;
            var says = string.Create(CultureInfo.InvariantCulture, $"It ends on {read.NotAfter.ToUniversalTime():yyyy-MM-dd}, {left.TotalDays:0} days from now");
            return left.TotalDays switch
            {
                < 7 => Finding.Fail("certificate", says, "Renew it now: browsers refuse the portal after that day"),
                < 30 => Finding.Warn("certificate", says, "Renew it, and see why it was not renewed by itself"),
                _ => Finding.Ok("certificate", says),
            };
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return Finding.Fail("certificate", $"{certificate} cannot be read: {error.Message}", "Name the file in PEM that the proxy serves");
        }
    }
}
