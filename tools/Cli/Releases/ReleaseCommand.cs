using System.CommandLine;
using Platform.Cli.Releases.Keys;
using Platform.Core.Releases;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Releases;

/// <summary><c>egov release</c>: everything about releases that is not installing one.</summary>
internal static class ReleaseCommand
{
    public static Command Create() => new("release", """
        Make a signed release of a pack, verify one, let one into your country.

        Examples:
          egov release keys root --name "Ministry of Example, root"
          egov release keys issue --name "Releases of 2026"
          egov release build templates/packs/e-laos -o e-laos-1.0.0.egov
          egov release verify e-laos-1.0.0.egov --trust keys/ca.pem
        """)
    {
        ReleaseKeysCommand.Create(), BuildCommand.Create(), SignCommand.Create(), VerifyCommand.Create(), CountersignCommand.Create(), RebuildCommand.Create(), Screening.ScreenCommand.Create(), Screening.ScreenCommand.CreateExcept(),
    };

    /// <summary>Runs a command whose mistakes are told in a sentence.</summary>
    public static int Run(ParseResult parse, Action<TextWriter> run)
    {
        try
        {
            run(parse.InvocationConfiguration.Output);
            return 0;
        }
        catch (Exception error) when (error is ReleaseRefusedException or IOException or UnauthorizedAccessException or PoException)
        {
            parse.InvocationConfiguration.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
