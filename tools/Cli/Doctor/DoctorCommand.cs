using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Cli.Doctor;

/// <summary><c>egov doctor</c>: what is well with an instance and what is not.</summary>
internal static class DoctorCommand
{
    private const int UsualKeysDays = 14;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public static Command Create()
    {
        var places = new InstancePlaces();
        var backups = new Option<DirectoryInfo?>("--backups") { Description = "The folder of all backups." };
        var keysDays = new Option<int>("--keys-days") { Description = "After how many days copies of keys should be gone.", DefaultValueFactory = _ => UsualKeysDays };
        var certificate = new Option<FileInfo?>("--certificate") { Description = "The portal's certificate, in PEM." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = places.AddTo(new Command(
            "doctor",
            "Look at an instance: database, keys, messages, jobs, audit, backups, pack, disk. A line for each thing, with what to do where it is not well; nothing is changed. Exit code 1 when something fails.\n\n" +
            "Examples: egov doctor --data data\n" +
            "          egov doctor --data /srv/egov/demo/data --database \"Host=db;Database=egov\" --backups /var/backups/egov/demo --certificate /etc/egov/demo.pem --json"), withDatabases: true);
        Array.ForEach<Option>([backups, keysDays, certificate, json], command.Add);
        var modules = new OutsideModuleOptions();
        modules.AddTo(command);
        command.SetAction(async (parse, _) =>
        {
            var findings = await Examination.RunAsync(parse, places, modules.Of(parse), parse.GetValue(backups)?.FullName, parse.GetValue(keysDays), parse.GetValue(certificate)?.FullName);
            await PrintAsync(findings, parse.GetValue(json), parse.InvocationConfiguration.Output);
            return findings.Any(f => f.Level == Level.Fail) ? 1 : 0;
        });
        return command;
    }

    private static async Task PrintAsync(IReadOnlyList<Finding> findings, bool json, TextWriter output)
    {
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(findings, Json));
            return;
        }

        foreach (var finding in findings)
        {
            await output.WriteLineAsync($"{finding.Level.ToString().ToLowerInvariant(),-5} {finding.Check,-28} {finding.Says}{(finding.Do is null ? "" : $". {finding.Do}")}");
        }

        await output.WriteLineAsync($"{findings.Count(f => f.Level == Level.Ok)} ok, {findings.Count(f => f.Level == Level.Warn)} warn, {findings.Count(f => f.Level == Level.Fail)} fail");
    }
}
