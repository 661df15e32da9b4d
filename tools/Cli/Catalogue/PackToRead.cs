using System.CommandLine;
using Platform.Cli.Packs;
using Platform.Core.Packs;

namespace Platform.Cli.Catalogue;

/// <summary>The pack that a command is about.</summary>
internal static class PackToRead
{
    public static Argument<string> Argument() => new("PACK") { Description = "The folder that holds pack.yaml." };

    /// <summary>Null, and said so, where there is no sound pack.</summary>
    public static Pack? Load(string folder, InvocationConfiguration console)
    {
        if (!Directory.Exists(folder))
        {
            console.Error.WriteLine($"There is no folder {folder}; give the folder that holds pack.yaml.");
            return null;
        }

        var result = PackCheck.Load(folder, production: false);
        if (result.Pack is null)
        {
            console.Error.WriteLine($"{folder} has mistakes, so that nothing can be said of it. They are listed by: egov check {folder}");
        }

        return result.Pack;
    }
}
