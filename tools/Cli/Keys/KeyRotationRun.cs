using System.CommandLine;
using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Keys;

namespace Platform.Cli.Keys;

/// <summary>Rotates the instance key and tells how far it is.</summary>
internal static class KeyRotationRun
{
    public static async Task<int> RunAsync(InstancePlaces places, ParseResult parse, bool resume, CancellationToken cancellationToken)
    {
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        try
        {
            await using var services = places.Services(parse);
            if (!resume)
            {
                var (old, made) = services.GetRequiredService<KeyFolder>().Rotate();
                await output.WriteLineAsync($"{made} is the instance key now; {old} can still be read.");
            }

            var wrapped = await services.GetRequiredService<KeyRotation>().RewrapAsync(new Lines(output), cancellationToken);
            await output.WriteLineAsync($"{wrapped} secrets were wrapped anew. The platform makes its search tokens anew within a minute of running. Make a new escrow: egov keys escrow");
            return 0;
        }
        catch (Exception failure) when (failure is InstanceKeyException or CryptographicException or DbException or IOException)
        {
            await error.WriteLineAsync($"{failure.Message}\nNothing is lost. When it is mended, run: egov keys rotate --resume");
            return 1;
        }
    }

    private sealed class Lines(TextWriter output) : IProgress<int>
    {
        public void Report(int value) => output.WriteLine($"{value} subject keys seen");
    }
}
