using System.Net;
using System.Text.RegularExpressions;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

/// <summary>Fills in forms as a person does: loads the page, keeps its hidden fields, sends it back.</summary>
internal static partial class Forms
{
    public static async Task<HttpResponseMessage> SendAsync(this TestClient client, string page, params (string Name, string Value)[] fields)
    {
        var html = await (await client.GetAsync(page)).Content.ReadAsStringAsync();
        var all = Hidden().Matches(html).Select(m => (Name: m.Groups[1].Value, Value: WebUtility.HtmlDecode(m.Groups[2].Value)))
            .DistinctBy(f => f.Name).Where(f => !fields.Any(given => given.Name == f.Name)).Concat(fields);
        return await client.PostAsync(page, new FormUrlEncodedContent(all.Select(f => KeyValuePair.Create(f.Name, f.Value))));
    }

    public static Task<HttpResponseMessage> SignInAsync(this TestClient client, string name, string password, string query = "") =>
        client.SendAsync($"/en/sign-in{query}", ("name", name), ("password", password));

    [GeneratedRegex("<input (?=[^>]*type=\"hidden\")[^>]*?name=\"([^\"]+)\"[^>]*?value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
