using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Journeys;

/// <summary>Renewing a driving licence, page by page: it has a branch, two files, fees and a certificate.</summary>
internal static class Licence
{
    public const string Service = "driving-licence-renewal";

    // The smallest PNG and PDF that their readers accept.
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static readonly byte[] Paper = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    /// <summary>Fills in every page, from the first to the one that shows all answers.</summary>
    public static async Task FillAsync(Visitor visitor, string given)
    {
        await visitor.TypeAsync("full_name.given", given);
        await visitor.TypeAsync("full_name.family", "Example");
        await visitor.TypeDateAsync("birth_date", new(1980, 2, 29));
        await ContinueAsync(visitor);
        await visitor.TypeAsync("licence_number", "LA-12345");
        await visitor.ChooseAsync("categories", "car");
        await visitor.ChooseAsync("categories", "bus");
        await visitor.TypeDateAsync("expires", Portal.Today.AddMonths(1));
        await visitor.ChooseAsync("lost", "no");
        await ContinueAsync(visitor);
        await visitor.AttachAsync("photo", "face.png", Picture, "image/png");
        await ContinueAsync(visitor);
        // Only somebody who drives a bus is asked about health.
        await visitor.TypeDateAsync("examined", Portal.Today.AddDays(-20));
        await visitor.AttachAsync("medical_certificate", "doctor.pdf", Paper, "application/pdf");
        await ContinueAsync(visitor);
        await visitor.SelectAsync("collect_at.province", "01");
        await visitor.PressAsync("stay", "yes");
        await visitor.SelectAsync("collect_at.district", "0101");
        await visitor.ChooseAsync("truthful", "yes");
        await ContinueAsync(visitor);
        Assert.EndsWith("/check", visitor.At, StringComparison.Ordinal);
        Assert.Contains("doctor.pdf", await visitor.TextAsync(), StringComparison.Ordinal);
    }

    public static Task ContinueAsync(Visitor visitor) => visitor.PressAsync(visitor.T("Continue"));
}
