using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Platform.Core.Modules.External;

namespace Platform.Core.Tests.Modules.External;

public sealed class IlReaderTests
{
    [Fact]
    public void What_a_switch_jumps_to_is_no_code()
    {
        var read = Read(nameof(Word)).ToList();

        var jump = read.FindIndex(i => i.Code == ILOpCode.Switch);
        Assert.Equal(ILOpCode.Br_s, read[jump + 1].Code);
        Assert.Equal(["zero", "one", "two", "three", "four", "more"], read.Where(i => i.Code == ILOpCode.Ldstr).Select(i => typeof(IlReaderTests).Module.ResolveString(i.Token)));
        Assert.Equal(ILOpCode.Ret, read[^1].Code);
    }

    private static string Word(int number) => number switch { 0 => "zero", 1 => "one", 2 => "two", 3 => "three", 4 => "four", _ => "more" };

    private static IEnumerable<Instruction> Read(string method)
    {
        using var file = new PEReader(File.OpenRead(typeof(IlReaderTests).Assembly.Location));
        var token = typeof(IlReaderTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MetadataToken;
        var definition = file.GetMetadataReader().GetMethodDefinition((MethodDefinitionHandle)MetadataTokens.EntityHandle(token));
        return IlReader.Read(file.GetMethodBody(definition.RelativeVirtualAddress));
    }
}
