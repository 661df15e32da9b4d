using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Platform.Core.Modules.External;

/// <summary>A module's file as metadata and code to look at. Nothing of it runs.</summary>
public sealed partial class ModuleImage : IDisposable
{
    private const string ModulesPrefix = "Platform.Modules.";

    private readonly byte[] content;
    private readonly PEReader file;
    private readonly MetadataReader metadata;

    /// <exception cref="ModuleException">These bytes are no assembly of .NET.</exception>
    public ModuleImage(byte[] content)
    {
        this.content = content;
        file = new PEReader(new MemoryStream(content, writable: false));
        try
        {
            metadata = file.GetMetadataReader();
        }
        catch (Exception error) when (error is InvalidOperationException or BadImageFormatException)
        {
            file.Dispose();
            throw new ModuleException("The file is no assembly of .NET; give the DLL that 'dotnet build' made.", error);
        }
    }

    /// <summary>Every text that stands in its code, SQL among them.</summary>
    public IEnumerable<string> Strings
    {
        get
        {
            for (var handle = metadata.GetNextHandle(default(UserStringHandle)); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            {
                yield return metadata.GetUserString(handle);
            }
        }
    }

    /// <summary>Members of other assemblies that its code names, as <c>System.DateTime.get_UtcNow</c>.</summary>
    public IEnumerable<string> Uses => metadata.MemberReferences.Select(metadata.GetMemberReference).Where(m => m.Parent.Kind == HandleKind.TypeReference)
        .Select(m => $"{NameOf(metadata.GetTypeReference((TypeReferenceHandle)m.Parent))}.{metadata.GetString(m.Name)}").Distinct();

    /// <summary>Its migrations by the name of the resource.</summary>
    public IReadOnlyDictionary<string, string> Migrations => Resources().ToDictionary(r => r.Name, r => r.Text);

    /// <exception cref="ModuleException">There is no module in it, or more than one, or its name is not one constant.</exception>
    public ModuleDescription Describe()
    {
        var name = NameOfModule();
        var assembly = metadata.GetAssemblyDefinition();
        return new()
        {
            Name = name,
            Assembly = metadata.GetString(assembly.Name),
            Version = VersionOf(assembly),
            Platform = References().FirstOrDefault(r => r.Name == "Platform.Core").Version ?? throw new ModuleException("It does not use Platform.Core, so it is no module."),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            Tables = [.. Migrations.Values.SelectMany(sql => CreateTable().Matches(sql)).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)],
            Permissions = [.. Permissions(name)],
            Pages = [.. Routes()],
            Calls = [.. MappedCalls.In(file, metadata)],
            Modules = [.. References().Select(r => r.Name).Where(n => n.StartsWith(ModulesPrefix, StringComparison.Ordinal))],
        };
    }

    public void Dispose() => file.Dispose();

    private string NameOfModule()
    {
        var modules = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(IsModule).ToList();
        if (modules is not [var module])
        {
            throw new ModuleException(modules.Count == 0
                ? "There is no module in it: one public sealed class is to stand below PlatformModule."
                : "There are several modules in it; each has an assembly of its own.");
        }

        var getter = module.GetMethods().Select(metadata.GetMethodDefinition).FirstOrDefault(m => metadata.GetString(m.Name) == $"get_{nameof(PlatformModule.Name)}");
        return getter.RelativeVirtualAddress != 0 && IlReader.Read(file.GetMethodBody(getter.RelativeVirtualAddress)).ToList() is [{ Code: ILOpCode.Ldstr, Token: var text }, { Code: ILOpCode.Ret }]
            ? metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(text))
            : throw new ModuleException("Its name cannot be read: write 'public override string Name => \"permits\";'.");
    }

    private bool IsModule(TypeDefinition type) => !type.Attributes.HasFlag(TypeAttributes.Abstract) && type.BaseType.Kind == HandleKind.TypeReference
        && (NameOf(metadata.GetTypeReference((TypeReferenceHandle)type.BaseType)) is var name && (name == typeof(PlatformModule).FullName || name == typeof(PlatformConnector).FullName));

    private IEnumerable<string> Permissions(string module) =>
        from type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
        where metadata.GetString(type.Name).EndsWith("Permissions", StringComparison.Ordinal)
        from field in type.GetFields().Select(metadata.GetFieldDefinition)
        where !field.GetDefaultValue().IsNil
        let constant = metadata.GetConstant(field.GetDefaultValue())
        where constant.TypeCode == ConstantTypeCode.String
        let value = (string?)metadata.GetBlobReader(constant.Value).ReadConstant(ConstantTypeCode.String)
        where value?.StartsWith(module + '.', StringComparison.Ordinal) ?? false
        select value;

    // What the Razor compiler says of each page.
    private IEnumerable<string> Routes() =>
        from type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
        from attribute in type.GetCustomAttributes().Select(metadata.GetCustomAttribute)
        where NameOfAttribute(attribute) == "Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItemMetadataAttribute"
        let value = metadata.GetBlobReader(attribute.Value)
        let pair = Pair(value)
        where pair.Key == "RouteTemplate"
        select pair.Value;

    private static (string? Key, string? Value) Pair(BlobReader value)
    {
        value.ReadUInt16();
        return (value.ReadSerializedString(), value.ReadSerializedString());
    }

    private string? NameOfAttribute(CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
            ? NameOf(metadata.GetTypeReference((TypeReferenceHandle)parent))
            : null;

    private string NameOf(TypeReference type) => type.Namespace.IsNil ? metadata.GetString(type.Name) : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";

    private IEnumerable<(string Name, Version Version)> References() =>
        metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(r => (metadata.GetString(r.Name), r.Version));

    private string VersionOf(AssemblyDefinition assembly)
    {
        var informational = assembly.GetCustomAttributes().Select(metadata.GetCustomAttribute).FirstOrDefault(a => NameOfAttribute(a) == typeof(AssemblyInformationalVersionAttribute).FullName);
        if (informational.Value.IsNil)
        {
            return assembly.Version.ToString(3);
        }

        var value = metadata.GetBlobReader(informational.Value);
        value.ReadUInt16();
        return value.ReadSerializedString()!.Split('+')[0];
    }

    private IEnumerable<(string Name, string Text)> Resources()
    {
        var start = file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
        foreach (var resource in metadata.ManifestResources.Select(metadata.GetManifestResource).Where(r => r.Implementation.IsNil))
        {
            var name = metadata.GetString(resource.Name);
            if (name.Contains(".Migrations.", StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            {
                var data = file.GetSectionData(start).GetReader();
                data.Offset = (int)resource.Offset;
                yield return (name, System.Text.Encoding.UTF8.GetString(data.ReadBytes(data.ReadInt32())).TrimStart('\uFEFF'));
            }
        }
    }

    [GeneratedRegex(@"create\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex CreateTable();
}
