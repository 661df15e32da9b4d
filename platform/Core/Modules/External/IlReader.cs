using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Platform.Core.Modules.External;

/// <summary>One instruction.</summary>
/// <param name="Token">Of a method, a text...; 0 where it names none.</param>
internal readonly record struct Instruction(ILOpCode Code, int Token);

/// <summary>Reads instructions one after another (ECMA-335, III): just enough to see which texts are handed to which calls.</summary>
internal static class IlReader
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields().Select(f => f.GetValue(null)).OfType<OpCode>().ToDictionary(c => (int)(ushort)c.Value, c => c.OperandType);

    public static IEnumerable<Instruction> Read(MethodBodyBlock body)
    {
        var code = body.GetILReader();
        var found = new List<Instruction>();
        while (code.RemainingBytes > 0)
        {
            var value = (int)code.ReadByte();
            value = value == 0xFE ? (value << 8) | code.ReadByte() : value;
            found.Add(new((ILOpCode)value, Operand(ref code, Operands[value])));
        }

        return found.Where(i => i.Code != ILOpCode.Nop);
    }

    private static int Operand(ref BlobReader code, OperandType type)
    {
        switch (type)
        {
            case OperandType.InlineNone:
                return 0;
            case OperandType.InlineMethod or OperandType.InlineString or OperandType.InlineTok or OperandType.InlineType or OperandType.InlineField or OperandType.InlineSig:
                return code.ReadInt32();
            case OperandType.InlineSwitch:
                var targets = code.ReadInt32();
                code.Offset += 4 * targets;
                return 0;
            default:
                code.Offset += type switch
                {
                    OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                    OperandType.InlineVar => 2,
                    OperandType.InlineI8 or OperandType.InlineR => 8,
                    _ => 4,
                };
                return 0;
        }
    }
}
