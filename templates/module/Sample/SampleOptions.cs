using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Sample;

/// <summary>Settings below <c>Modules:sample</c>.</summary>
public sealed class SampleOptions
{
    /// <summary>How many entries the job ends in one run.</summary>
    [Range(1, 100_000)]
    public int EndAtOnce { get; set; } = 1000;
}
