using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Audit;

namespace Platform.Cli.Audit;

/// <summary><c>egov audit</c>: proof that the audit is as it was written.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "Check that the audit is as it was written, and copy its signed heads elsewhere.\n\nExample: egov audit verify --data data") { Verify(), Head() };

    private static Command Verify()
    {
        var places = new InstancePlaces();
        var witness = new Option<FileInfo?>("--head") { Description = "A head that was copied elsewhere earlier; the audit must still contain it." };
        var command = places.AddTo(new Command(
            "verify",
            "Read every audit row and check rows, chains, positions, tree and signatures. Exit code 1 when something was changed.\n\nExample: egov audit verify --data data --head /media/stick/head.json"), withDatabases: true);
        command.Add(witness);
        command.SetAction((parse, cancellationToken) => RunAsync(parse, places, async (services, output) =>
        {
            var head = parse.GetValue(witness) is { } file ? AuditHead.FromJson(await File.ReadAllTextAsync(file.FullName, cancellationToken)) : null;
            var report = await services.GetRequiredService<AuditVerifier>().VerifyAsync(head, new Lines(output), cancellationToken);
            foreach (var fault in report.Faults)
            {
                await output.WriteLineAsync(fault);
            }

            await output.WriteLineAsync($"{report.Rows} rows, {report.Sealed} sealed, {report.Heads} heads, {report.Faults.Count} faults");
            return report.Faults.Count == 0 ? 0 : 1;
        }));
        return command;
    }

    private static Command Head()
    {
        var places = new InstancePlaces();
        var folder = new Option<DirectoryInfo?>("--to") { Description = "A folder to keep it in, as head-<rows>.json; what is there is left alone." };
        var command = places.AddTo(new Command(
            "head",
            "Print the newest signed head as JSON. Keep copies where the database's keeper cannot write.\n\nExamples: egov audit head > /media/stick/head.json\n          egov audit head --to /mnt/heads"), withDatabases: true);
        command.Add(folder);
        command.SetAction((parse, cancellationToken) => RunAsync(parse, places, async (services, output) =>
        {
            var head = await services.GetRequiredService<AuditVerifier>().NewestHeadAsync();
            await output.WriteLineAsync(head switch
            {
                null => "There is no head yet: the audit is sealed every minute while the platform runs.",
                _ when parse.GetValue(folder) is { } to => await KeepAsync(head, to.FullName, cancellationToken),
                _ => head.ToJson(),
            });
            return head is null ? 1 : 0;
        }));
        return command;
    }

    // The name sorts as the audit grows, and says the same head the same way.
    private static async Task<string> KeepAsync(AuditHead head, string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"head-{head.Size:D12}.json"));
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync($"{file}.part", head.ToJson(), cancellationToken);
            File.Move($"{file}.part", file);
        }

        return file;
    }

    private static async Task<int> RunAsync(ParseResult parse, InstancePlaces places, Func<ServiceProvider, TextWriter, Task<int>> run)
    {
        try
        {
            await using var services = places.Services(parse);
            return await run(services, parse.InvocationConfiguration.Output);
        }
        catch (Exception error) when (error is DbException or IOException or FormatException)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync($"The audit could not be read ({error.Message}); check --data or --database, and --head where you gave one.");
            return 1;
        }
    }

    private sealed class Lines(TextWriter output) : IProgress<long>
    {
        private const long Step = 100_000;

        public void Report(long value)
        {
            if (value % Step == 0)
            {
                output.WriteLine($"{value} rows read");
            }
        }
    }
}
