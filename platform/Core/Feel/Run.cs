using System.Globalization;
using System.Runtime.CompilerServices;

namespace Platform.Core.Feel;

/// <summary>One evaluation: what it may still cost, its moment, and why its last null came about.</summary>
internal sealed class Run(FeelLimits limits, FeelMoment moment)
{
    private int _steps;
    private int _depth;
    private (string Format, object?[] Args)? _reason;

    public FeelMoment Moment => moment;

    public string? Reason => _reason is { } reason ? string.Format(CultureInfo.InvariantCulture, reason.Format, reason.Args) : null;

    public void Enter()
    {
        Spend(1);
        if (++_depth > limits.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new FeelLimitException("Stopped: nested more than {0} deep", limits.Depth);
        }
    }

    public void Leave() => _depth--;

    /// <exception cref="FeelLimitException">The evaluation has done all it may.</exception>
    public void Spend(int steps)
    {
        _steps = (int)Math.Min((long)_steps + steps, int.MaxValue);
        if (_steps > limits.Steps)
        {
            throw new FeelLimitException("Stopped after {0} steps", limits.Steps);
        }
    }

    /// <summary>A list about to hold so many items.</summary>
    public void Grow(long items)
    {
        if (items > limits.ListSize)
        {
            throw new FeelLimitException("Stopped: a list of more than {0} items", limits.ListSize);
        }
    }

    /// <summary>Pays for going through a value: long texts and lists cost by their length.</summary>
    public void SpendOn(object? value) => Spend(value switch
    {
        string text => text.Length / 64,
        IReadOnlyList<object?> list => list.Count / 8,
        _ => 0,
    });

    /// <summary>A text about to have so many characters.</summary>
    public void Fits(long length)
    {
        if (length > limits.StringLength)
        {
            throw new FeelLimitException("Stopped: a text of more than {0} characters", limits.StringLength);
        }
    }

    /// <summary>Answers null and remembers why.</summary>
    public object? Null(string format, params object?[] args)
    {
        _reason = (format, args);
        return null;
    }

    /// <summary>Answers null because an operand is: an earlier reason tells more than this one.</summary>
    public object? NullFrom(string format, params object?[] args)
    {
        _reason ??= (format, args);
        return null;
    }
}
