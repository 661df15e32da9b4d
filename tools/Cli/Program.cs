using System.CommandLine;
using System.Data.Common;
using System.Text;
using Platform.Cli;
using Platform.Core.Data;
using Platform.Core.Keys;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
try
{
    return await EgovCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is DbException or MigrationException)
{
    await Console.Error.WriteLineAsync($"The database cannot be used ({error.Message}). Check that it runs and is an instance's, and give its place with --data or --database.");
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or InstanceKeyException)
{
    await Console.Error.WriteLineAsync(error.Message);
}

return 1;
