using System.CommandLine;

namespace Platform.Cli.Tests.Import;

/// <summary>Runs a command of <c>egov</c> in this process.</summary>
internal static class Egov
{
    public static (int Code, string Output, string Error) Run(params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = EgovCommand.Create().Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
