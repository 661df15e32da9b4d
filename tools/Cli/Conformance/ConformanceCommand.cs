using System.CommandLine;
using Platform.Core.Modules.External;

namespace Platform.Cli.Conformance;

/// <summary><c>egov conformance</c>: does a module keep the contract?</summary>
internal static class ConformanceCommand
{
    private const string Description = """
        Run a module's contract tests and print a statement of compatibility. The module's code runs on this machine with your rights: try what you do not trust where it can do no harm.

        Examples:
          egov conformance bin/Release/net10.0/Acme.Permits.dll
          egov conformance Acme.Permits.dll --database "Host=127.0.0.1;Username=postgres;Database=postgres"    also on PostgreSQL, in a database that is made for it
        """;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("MODULE.dll") { Description = "The module as it was built, with what it brings along beside it." };
        var database = new Option<string?>("--database") { Description = "A PostgreSQL server on which databases may be made." };
        var command = new Command("conformance", Description) { file, database };
        command.SetAction(async (parse, cancellationToken) =>
        {
            try
            {
                var path = parse.GetRequiredValue(file).FullName;
                using var image = new ModuleImage(await File.ReadAllBytesAsync(path, cancellationToken));
                var about = image.Describe();
                if (Host.Modules.All.FirstOrDefault(m => m.Name == about.Name) is { } taken && taken.GetType().Assembly.GetName().Name is var there && there != about.Assembly)
                {
                    throw new ModuleException($"The platform has a module '{about.Name}' already, {there}, and names are prefixes of tables and addresses: give this one another name, or take that one out of platform/Host/Modules.cs.");
                }

                // One that this build has already would be there twice.
                var module = Host.Modules.All.FirstOrDefault(m => m.GetType().Assembly.GetName().Name == about.Assembly) ?? ModuleLoader.LoadUnverified(path);
                var subject = new Subject(image, about, module);
                return await new ConformanceRun(subject, parse.GetValue(database), parse.InvocationConfiguration.Output).RunAsync() ? 0 : 1;
            }
            catch (ModuleException error)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(error.Message);
                return 1;
            }
        });
        return command;
    }
}
