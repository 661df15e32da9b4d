using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Facts;

/// <summary>Looks up every fact for an applicant.</summary>
internal sealed class FactFinder(PackSchema schema, IServiceProvider services)
{
    public async Task<JsonObject> FindAsync(FactSubject subject, CancellationToken cancellationToken)
    {
        var found = new JsonObject();
        foreach (var (root, kind) in schema.Facts)
        {
            found[root] = await ((IFact)services.GetRequiredService(kind.Source)).FindAsync(subject, cancellationToken);
        }

        return found;
    }
}
