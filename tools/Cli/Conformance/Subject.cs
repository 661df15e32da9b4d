using Platform.Core.Modules;
using Platform.Core.Modules.External;

namespace Platform.Cli.Conformance;

/// <summary>The module that is judged.</summary>
/// <param name="Image">Its file, not run.</param>
/// <param name="Module">The same, run.</param>
internal sealed record Subject(ModuleImage Image, ModuleDescription Description, PlatformModule Module)
{
    public string Prefix => Description.Name + '_';
}

/// <summary>What a check found.</summary>
/// <param name="Faults">Each a sentence with the place; none: the module keeps what is asked of it.</param>
/// <param name="Seen">What was looked at, as <c>2 files, 3 tables</c>.</param>
internal sealed record Outcome(IReadOnlyList<string> Faults, string Seen)
{
    public bool IsGood => Faults.Count == 0;
}
