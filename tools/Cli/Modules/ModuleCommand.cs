using System.CommandLine;

namespace Platform.Cli.Modules;

/// <summary><c>egov module</c>: begin a module, and look at one.</summary>
internal static class ModuleCommand
{
    private const string Description = """
        Copy templates/module and give it its name. In this repository it is registered too: in the host's list, the solution, the texts; its tests pass as they are.

        Examples:
          egov module new Permits
          egov module new Permits --outside ../permits --maker Acme    a class library of its own, on the platform's packages
        """;

    public static Command Create() => new("module", "Begin a module from the template, and see what is in one.\n\nExample: egov module new Permits") { New(), ModuleShow.Create() };

    private static Command New()
    {
        var name = new Argument<string>("NAME") { Description = "Its name in code, as Permits or FishingRights: a capital, then letters and digits." };
        var root = new Option<DirectoryInfo>("--root") { Description = "The repository's root.", DefaultValueFactory = _ => new(".") };
        var restore = new Option<bool>("--no-restore") { Description = "Leave it to the next build to write the packages.lock.json files." };
        var outside = new Option<DirectoryInfo?>("--outside") { Description = "A folder outside this repository that it goes to." };
        var maker = new Option<string>("--maker") { Description = "Outside: the first part of its assembly's name.", DefaultValueFactory = _ => "Acme" };
        var command = new Command("new", Description) { name, root, restore, outside, maker };
        command.SetAction((parse, cancellationToken) =>
        {
            var (at, word, output) = (parse.GetRequiredValue(root).FullName, parse.GetRequiredValue(name), parse.InvocationConfiguration.Output);
            TemplateFiles.Demand(at, word);
            return parse.GetValue(outside) is { } folder
                ? Task.FromResult(new OutsideModule(at, word, folder.FullName, parse.GetRequiredValue(maker)).Write(output))
                : new NewModule(at, word).RunAsync(!parse.GetValue(restore), output, cancellationToken);
        });
        return command;
    }
}
