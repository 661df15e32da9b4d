using System.Text.Json.Nodes;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;

namespace Platform.Modules.Sample;

/// <summary>The root <c>sample</c> of expressions: <c>sample.valid</c> is how many valid entries the applicant has.</summary>
internal sealed class SampleFact(SampleStore entries) : IFact
{
    public static string Purpose => "So that nobody is entered twice.";

    public static FeelType Type { get; } = new FeelType.Context(new Dictionary<string, FeelType> { ["valid"] = FeelType.Number });

    public async Task<JsonObject?> FindAsync(FactSubject subject, CancellationToken cancellationToken) => new()
    {
        ["valid"] = subject.PersonId is { } person ? await entries.CountValidAsync(person, cancellationToken) : 0,
    };
}
