using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Core.Keys.Search;

/// <summary>
/// Finds encrypted answers by what they are equal to: 128 bits of HMAC-SHA256 over the folded value, as 22 characters of base64url.
/// Who holds the database but not the instance key learns only which rows are equal. Tokens are deleted with their case by the store that keeps them.
/// Write with <see cref="Exact"/> and <see cref="Name"/>; look with <see cref="FindExact"/> and <see cref="FindName"/>, which also know the tokens
/// made before a rotation.
/// </summary>
public sealed class SearchTokens(InstanceKeys keys)
{
    private const string Purpose = "platform/search";
    private const int TokenSize = 16;

    /// <summary>The token of a whole value (<c>search: exact</c>), such as a national id.</summary>
    /// <param name="field">What is compared with what: equal values of different fields have different tokens.</param>
    /// <param name="value">As the person wrote it; folded here.</param>
    public string Exact(string field, string value) => FindExact(field, value)[0];

    /// <summary>One token for each part of a name (<c>search: name</c>), in the order of the name; none for a name without letters.</summary>
    public IReadOnlyList<string> Name(string field, string name) => [.. FindName(field, name).Select(part => part[0])];

    /// <summary>Every token the value may be stored under: a row matches when it has any of them.</summary>
    public IReadOnlyList<string> FindExact(string field, string value) => Tokens("exact", field, FoldedText.Of(value));

    /// <summary>For each part of the name every token it may be stored under: a row matches when it has one of each part.</summary>
    public IReadOnlyList<IReadOnlyList<string>> FindName(string field, string name) =>
        [.. FoldedText.Words(name).Select(word => Tokens("name", field, word))];

    private IReadOnlyList<string> Tokens(string kind, string field, string folded)
    {
        var message = Encoding.UTF8.GetBytes($"{kind}\n{field}\n{folded}");
        return [.. keys.For(Purpose).Select(key => Base64Url.EncodeToString(HMACSHA256.HashData(key.Bytes, message).AsSpan(0, TokenSize)))];
    }
}
