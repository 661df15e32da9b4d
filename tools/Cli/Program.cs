using System.CommandLine;
using Platform.Cli.Keys;

var root = new RootCommand("Runs and looks after an instance of the platform.") { KeysCommand.Create() };
return await root.Parse(args).InvokeAsync();
