using System.CommandLine;
using Platform.Core.Keys;
using Platform.Core.Keys.Escrow;

namespace Platform.Cli.Keys;

/// <summary><c>egov keys</c>: the life of the instance key.</summary>
internal static class KeysCommand
{
    private const int UsualShares = 5;
    private const int UsualNeeded = 3;

    public static Command Create() => new("keys", "Make, rotate, escrow and restore the instance key, without which nothing that was encrypted can be read.\n\nExample: egov keys init --data /var/lib/egov")
    {
        Init(),
        Rotate(),
        Escrow(),
        Restore(),
    };

    private static Command Init()
    {
        var places = new InstancePlaces();
        var command = places.AddTo(new Command("init", "Make the first instance key. Never overwrites one.\n\nExample: egov keys init --data /var/lib/egov"));
        command.SetAction(parse => Run(parse, output =>
        {
            var id = places.Folder(parse).Init();
            output.WriteLine($"Made the instance key {id} in {places.Folder(parse).Path}.");
            output.WriteLine("Now divide it among people you trust: egov keys escrow --shares 5 --needed 3");
        }));
        return command;
    }

    private static Command Rotate()
    {
        var places = new InstancePlaces();
        var resume = new Option<bool>("--resume") { Description = "Make no new key; finish a rotation that was interrupted." };
        var command = places.AddTo(new Command(
            "rotate",
            "Make a new instance key and wrap all keys with it, while the platform serves. The earlier key stays readable.\n\nExample: egov keys rotate --data /var/lib/egov --database \"Host=db;Database=egov\""), withDatabases: true);
        command.Add(resume);
        command.SetAction((parse, cancellationToken) => KeyRotationRun.RunAsync(places, parse, parse.GetValue(resume), cancellationToken));
        return command;
    }

    private static Command Escrow()
    {
        var places = new InstancePlaces();
        var shares = new Option<int>("--shares") { Description = "How many shares to make, up to 255.", DefaultValueFactory = _ => UsualShares };
        var needed = new Option<int>("--needed") { Description = "How many of them give the keys back, 2 or more.", DefaultValueFactory = _ => UsualNeeded };
        var command = places.AddTo(new Command("escrow", "Print the instance keys in shares, each for one person's safe.\n\nExample: egov keys escrow --shares 5 --needed 3"));
        command.Add(shares);
        command.Add(needed);
        command.Validators.Add(result =>
        {
            var (all, enough) = (result.GetResult(shares)?.GetValueOrDefault<int>() ?? UsualShares, result.GetResult(needed)?.GetValueOrDefault<int>() ?? UsualNeeded);
            if (enough < 2 || enough > all || all > 255)
            {
                result.AddError("--needed is at least 2 and at most --shares, which is at most 255.");
            }
        });
        command.SetAction(parse => Run(parse, output =>
        {
            foreach (var share in KeyEscrow.Split(places.Folder(parse), parse.GetValue(needed), parse.GetValue(shares)))
            {
                output.WriteLine($"{share}\n");
            }
        }));
        return command;
    }

    private static Command Restore()
    {
        var places = new InstancePlaces();
        var shares = new Option<FileInfo[]>("--share") { Description = "A file with one share; give it once for each.", AllowMultipleArgumentsPerToken = true };
        var from = new Option<FileInfo?>("--from") { Description = "A copy of a key file." };
        var command = places.AddTo(new Command(
            "restore",
            "Put the instance keys back from shares or from a copy. Never overwrites one.\n\nExamples: egov keys restore --share a.txt b.txt c.txt\n          egov keys restore --from /media/stick/instance.key"));
        command.Add(shares);
        command.Add(from);
        command.SetAction(parse => Run(parse, output =>
        {
            var folder = places.Folder(parse);
            var id = parse.GetValue(from) is { } copy
                ? folder.RestoreFrom(copy.FullName)
                : KeyEscrow.Restore(folder, [.. (parse.GetValue(shares) ?? []).Select(file => EscrowShare.Parse(File.ReadAllText(file.FullName)))]);
            output.WriteLine($"The instance key {id} is back in {folder.Path}.");
        }));
        return command;
    }

    private static int Run(ParseResult parse, Action<TextWriter> run)
    {
        try
        {
            run(parse.InvocationConfiguration.Output);
            return 0;
        }
        catch (Exception error) when (error is InstanceKeyException or IOException or UnauthorizedAccessException)
        {
            parse.InvocationConfiguration.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
