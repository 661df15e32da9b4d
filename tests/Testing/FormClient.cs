using System.Net;
using System.Text.RegularExpressions;

namespace Platform.Testing;

/// <summary>Fills in forms as a browser without JavaScript does: fetches the page, keeps its hidden fields, posts, follows the redirect by hand.</summary>
public sealed partial class FormClient(HttpClient client)
{
    /// <summary>The page at hand.</summary>
    public string Html { get; private set; } = "";

    /// <summary>Its path.</summary>
    public string At { get; private set; } = "";

    public async Task<HttpStatusCode> GetAsync(string path)
    {
        using var response = await client.GetAsync(path);
        (At, Html) = (path, await response.Content.ReadAsStringAsync());
        return response.StatusCode;
    }

    /// <summary>Posts the page at hand and goes where it leads. A version or draft that is given replaces the page's own: for those who forge it.</summary>
    public async Task<HttpStatusCode> PostAsync(params (string Name, string Value)[] fields)
    {
        using var body = Body(fields);
        return await SendAsync(body);
    }

    /// <summary>Posts a form of the page at hand that is sent to another page.</summary>
    public async Task<HttpStatusCode> PostToAsync(string action, params (string Name, string Value)[] fields)
    {
        using var body = Body(fields);
        At = action;
        return await SendAsync(body);
    }

    /// <summary>Posts the page at hand with a file.</summary>
    public async Task<HttpStatusCode> UploadAsync(string field, string fileName, byte[] content, params (string Name, string Value)[] fields)
    {
        using var body = Body(fields);
        using var file = new ByteArrayContent(content);
        body.Add(file, $"\"{field}\"", fileName);
        return await SendAsync(body);
    }

    public async Task<HttpStatusCode> SendAsync(HttpContent body)
    {
        using var response = await client.PostAsync(At, body);
        if (response.StatusCode == HttpStatusCode.Redirect)
        {
            return await GetAsync(response.Headers.Location!.ToString());
        }

        Html = await response.Content.ReadAsStringAsync();
        return response.StatusCode;
    }

    private MultipartFormDataContent Body((string Name, string Value)[] fields)
    {
        var hidden = Hidden().Matches(Html).Select(m => (Name: Attribute(m.Value, "name"), Value: Attribute(m.Value, "value"))).Where(h => h.Name.Length > 0)
            .Where(h => !fields.Any(f => f.Name == h.Name && (f.Name.EndsWith("version", StringComparison.Ordinal) || f.Name == "draft")))
            // A page may hold several forms; each carries the same token, and a browser sends one.
            .DistinctBy(h => h.Name == "_form" ? h.Name : $"{h.Name}={h.Value}");
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in hidden.Concat(fields))
        {
            body.Add(new StringContent(value), $"\"{name}\"");
        }

        return body;
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
