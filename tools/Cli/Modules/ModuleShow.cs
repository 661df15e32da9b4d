using System.CommandLine;
using Platform.Core.Modules.External;

namespace Platform.Cli.Modules;

/// <summary><c>egov module show</c>: what a module's file says of itself. Nothing of it runs.</summary>
internal static class ModuleShow
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("MODULE.dll") { Description = "The module's file." };
        var command = new Command("show", "Tell a module's tables, permissions and addresses without running anything of it.\n\nExample: egov module show Acme.Permits.dll") { file };
        command.SetAction(parse =>
        {
            try
            {
                using var image = new ModuleImage(File.ReadAllBytes(parse.GetRequiredValue(file).FullName));
                Write(image.Describe(), parse.InvocationConfiguration.Output);
                return 0;
            }
            catch (ModuleException error)
            {
                parse.InvocationConfiguration.Error.WriteLine(error.Message);
                return 1;
            }
        });
        return command;
    }

    /// <summary>For everybody who shows a module before it is used.</summary>
    public static void Write(ModuleDescription module, TextWriter output)
    {
        output.WriteLine($"{module.Name} {module.Version}, {module.Assembly}.dll, built with Platform.Core {module.Platform.ToString(3)}");
        output.WriteLine($"  sha256       {module.Sha256}");
        Write("tables", module.Tables, output);
        Write("permissions", module.Permissions, output);
        Write("pages", module.Pages, output);
        Write($"/api/v1/{module.Name}", module.Calls, output);
        Write("uses", module.Modules, output);
        output.WriteLine("It runs with full trust: it can do whatever the host can, whatever stands here.");
    }

    private static void Write(string what, IReadOnlyList<string> lines, TextWriter output)
    {
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
        {
            output.WriteLine($"  {(i == 0 ? what : ""),-12} {line}");
        }
    }
}
