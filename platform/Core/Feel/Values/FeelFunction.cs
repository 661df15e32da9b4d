namespace Platform.Core.Feel;

/// <summary>A function as a value; only an evaluation can call it.</summary>
public abstract class FeelFunction
{
    private protected FeelFunction()
    {
    }

    /// <summary>The names of the parameters, in order.</summary>
    public abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>What it takes and gives, as far as known.</summary>
    internal abstract FeelType.Function Type { get; }
}
