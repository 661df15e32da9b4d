using System.Globalization;

namespace Platform.Core.Templates;

/// <summary>Collects output up to a length.</summary>
internal sealed class TemplateWriter(int limit) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        Demand(1);
        base.Write(value);
    }

    public override void Write(string? value)
    {
        Demand(value?.Length ?? 0);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Demand(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Demand(buffer.Length);
        base.Write(buffer);
    }

    private void Demand(int more)
    {
        if (GetStringBuilder().Length + more > limit)
        {
            throw new TemplateTooLongException(limit);
        }
    }
}

/// <summary>A template's output exceeds its bound.</summary>
public sealed class TemplateTooLongException(int limit) : InvalidOperationException($"The template's output is longer than {limit} characters.");
