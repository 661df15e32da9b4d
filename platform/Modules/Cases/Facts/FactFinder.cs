using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Modules.Cases.Editions;

namespace Platform.Modules.Cases.Facts;

/// <summary>Looks up what a service reads of its applicant.</summary>
internal sealed class FactFinder(PackSchema schema, IServiceProvider services)
{
    public async Task<JsonObject> FindAsync(CaseDefinition definition, FactSubject subject, CancellationToken cancellationToken)
    {
        var found = new JsonObject();
        foreach (var (root, kind) in schema.Facts.Where(fact => definition.Mentions(fact.Key)))
        {
            found[root] = await ((IFact)services.GetRequiredService(kind.Source)).FindAsync(subject, cancellationToken);
        }

        return found;
    }
}
