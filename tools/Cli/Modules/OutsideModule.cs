namespace Platform.Cli.Modules;

/// <summary>Makes a module in a folder of its own out of the template: a class library on the platform's packages.</summary>
/// <param name="root">The platform's repository, for its template.</param>
/// <param name="folder">Where it goes; it is not there yet, or empty.</param>
/// <param name="maker">First part of its assembly's name, as <c>Acme</c>.</param>
internal sealed class OutsideModule(string root, string name, string folder, string maker)
{
    private const string Space = "Platform.Modules.Sample";

    private readonly string id = name.ToLowerInvariant();

    private string Assembly => $"{maker}.{name}";

    /// <exception cref="IOException">The folder holds something already.</exception>
    public int Write(TextWriter output)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException($"{folder} is not empty; choose a folder that is not there yet.");
        }

        var copied = TemplateFiles.Copy(Path.Combine(root, TemplateFiles.Folder, TemplateFiles.Word), folder, Renamed).Count;
        File.Delete(Path.Combine(folder, $"{name}.csproj"));
        File.WriteAllText(Path.Combine(folder, $"{Assembly}.csproj"), Project);
        foreach (var texts in Directory.GetFiles(Path.Combine(root, TemplateFiles.Folder, "locales"), "*.po", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, "locales", Path.GetFileName(Path.GetDirectoryName(texts)!), $"{id}.po");
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, Renamed(File.ReadAllText(texts)));
        }

        output.WriteLine($"{folder}: {copied} files");
        output.WriteLine($"""

            Now, in the platform's folder, its packages into a folder FEED, then the module on them:
              dotnet pack platform/Core -o FEED && dotnet pack platform/Web -o FEED && dotnet pack platform/Modules/Cases -o FEED
              dotnet build {folder} -p:RestoreAdditionalProjectSources=$PWD/FEED
              egov module show {folder}/bin/Debug/net10.0/{Assembly}.dll
              egov conformance {folder}/bin/Debug/net10.0/{Assembly}.dll
            """);
        return 0;
    }

    // The versions that modules of this build of the platform are made for.
    private static string Version => typeof(Core.Modules.PlatformModule).Assembly.GetName().Version!.ToString(3);

    private string Project => $"""
        <Project Sdk="Microsoft.NET.Sdk.Razor">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <AddRazorSupportForMvc>true</AddRazorSupportForMvc>
            <Version>1.0.0</Version>
            <!-- The root namespace is the assembly's name: migrations are found by it. -->
            <AssemblyName>{Assembly}</AssemblyName>
            <RootNamespace>{Assembly}</RootNamespace>
            <!-- What it brings along lies beside it. -->
            <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
          </PropertyGroup>
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <!-- The host has them already. -->
            <PackageReference Include="Platform.Core" Version="{Version}" ExcludeAssets="runtime" />
            <PackageReference Include="Platform.Web" Version="{Version}" ExcludeAssets="runtime" />
            <PackageReference Include="Platform.Modules.Cases" Version="{Version}" ExcludeAssets="runtime" />
          </ItemGroup>
        </Project>

        """;

    private string Renamed(string text) => text
        .Replace(Space, Assembly, StringComparison.Ordinal)
        .Replace(TemplateFiles.Word, name, StringComparison.Ordinal)
        .Replace(TemplateFiles.Word.ToLowerInvariant(), id, StringComparison.Ordinal);
}
