using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Platform.Core.Modules.External;

/// <summary>Finds <c>MapGet("/{number}", ...)</c> and its kin in code.</summary>
internal static class MappedCalls
{
    private const string Mapping = "EndpointRouteBuilderExtensions";

    private static readonly Dictionary<string, string> Verbs = new() { ["MapGet"] = "GET", ["MapPost"] = "POST", ["MapPut"] = "PUT", ["MapDelete"] = "DELETE", ["MapPatch"] = "PATCH" };

    /// <returns>As <c>GET /{number}</c>, in the order of the code.</returns>
    public static IEnumerable<string> In(PEReader file, MetadataReader metadata) =>
        metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Where(m => m.RelativeVirtualAddress != 0).SelectMany(m => In(file.GetMethodBody(m.RelativeVirtualAddress), metadata)).Distinct();

    // The pattern is the last text before the call: handlers are no texts.
    private static IEnumerable<string> In(MethodBodyBlock body, MetadataReader metadata)
    {
        var text = 0;
        foreach (var (code, token) in IlReader.Read(body))
        {
            text = code == ILOpCode.Ldstr ? token : text;
            if (code == ILOpCode.Call && VerbOf(token, metadata) is { } verb && text != 0)
            {
                yield return $"{verb} {metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(text))}";
            }
        }
    }

    private static string? VerbOf(int token, MetadataReader metadata) =>
        MetadataTokens.EntityHandle(token) is { Kind: HandleKind.MemberReference } handle
        && metadata.GetMemberReference((MemberReferenceHandle)handle) is { Parent.Kind: HandleKind.TypeReference } member
        && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == Mapping
            ? Verbs.GetValueOrDefault(metadata.GetString(member.Name))
            : null;
}
