using System.Globalization;
using Platform.Cli.Modules;
using Platform.Cli.Releases;
using Platform.Core.Modules.External;
using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>A release before anything of it is used: verified, and told what is in it.</summary>
internal static class Opened
{
    /// <exception cref="ReleaseRefusedException">It is not as it was signed, or not what may be installed here.</exception>
    public static Release Release(string file, ReleasePolicy policy, TextWriter output)
    {
        var release = Core.Releases.Release.Open(file, policy, TimeProvider.System, new Megabytes(new(output, TimeProvider.System, "{0} MB verified")));
        VerifyCommand.Print(release, policy, output);
        foreach (var module in ReleaseModules.Of(release).Where(m => m.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            Tell(module, release.Signatures[0], output);
        }

        return release;
    }

    // A module brings along what it is built on; that is no module.
    private static void Tell(ModuleFile file, ReleaseSignature signer, TextWriter output)
    {
        try
        {
            using var image = new ModuleImage(file.Content);
            ModuleShow.Write(image.Describe(), output);
            output.WriteLine($"It is signed with the release, by {signer.Subject}. The host takes it where its options list it: --modules {file.Name}");
        }
        catch (ModuleException)
        {
            output.WriteLine($"{file.Name} travels with a module.");
        }
    }

    private sealed class Megabytes(ProgressLines lines) : IProgress<long>
    {
        private const int Million = 1_000_000;

        public void Report(long value) => lines.Report((int)(value / Million));
    }
}
