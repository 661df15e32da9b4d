using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.Configuration;
using Platform.Core.Modules;
using Platform.Core.Modules.External;
using Platform.Core.Releases;
using Platform.Host;

namespace Platform.Cli;

/// <summary>
/// The options that name modules which are no part of this build, for every command that reads packs or tables: the same words as the host's. What no
/// option says is taken from the environment as the host takes it (<c>PLATFORM_modules</c>), or from <c>EGOV_RELEASE</c> and <c>EGOV_OPTIONS</c>, the host's words of a unit.
/// </summary>
internal sealed class OutsideModuleOptions
{
    private static readonly string[] Files = ["release", "release-accepted", "release-trust", "release-country", "release-time-trust"];

    // What stands in the later one counts, as for the host.
    private static readonly string[] Units = ["EGOV_RELEASE", "EGOV_OPTIONS"];

    private readonly Option<string?>[] options =
    [
        new("--modules") { Description = "Modules from outside that the pack uses, with commas between them: files of --release, as the host's option. Their code runs." },
        new("--release") { Description = "The release that holds them; it is verified first." },
        new("--release-accepted") { Description = "The record that it was accepted." },
        new("--release-trust") { Description = "The roots who may sign it, in PEM." },
        new("--release-country") { Description = "The roots who may countersign it, in PEM; then one has to have done so." },
        new("--release-time-trust") { Description = "The roots who may stamp its time, in PEM." },
    ];

    public Command AddTo(Command command)
    {
        Array.ForEach(options, command.Add);
        return command;
    }

    /// <exception cref="IOException">One of them cannot be had. The message says why, and what to do.</exception>
    public IReadOnlyList<PlatformModule> Of(ParseResult parse)
    {
        var given = options.Where(option => parse.GetValue(option) is not null).Select(option => KeyValuePair.Create(option.Name.TrimStart('-'), parse.GetValue(option)));
        var told = new ConfigurationBuilder().AddInMemoryCollection(OfUnit()).AddEnvironmentVariables("PLATFORM_").AddInMemoryCollection(given).Build();
        try
        {
            // Who types the roots says whom to believe; that the country's are among them is what a host in Production demands.
            return OutsideModules.Load(told, production: false, TimeProvider.System).Modules;
        }
        catch (Exception error) when (error is ModuleException or ReleaseRefusedException or StartException)
        {
            throw new IOException(error.Message, error);
        }
    }

    // A host runs in the folder of its programs, where this one lies too; whoever types this may be anywhere.
    private static IEnumerable<KeyValuePair<string, string?>> OfUnit()
    {
        var words = Units.SelectMany(name => CommandLineParser.SplitCommandLine(Environment.GetEnvironmentVariable(name) ?? "")).ToArray();
        return new ConfigurationBuilder().AddCommandLine(words).Build().AsEnumerable()
            .Select(option => Files.Contains(option.Key) && option.Value is { } file ? KeyValuePair.Create<string, string?>(option.Key, Path.Combine(AppContext.BaseDirectory, file)) : option);
    }
}
