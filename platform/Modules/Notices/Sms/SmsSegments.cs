using System.Buffers;

namespace Platform.Modules.Notices.Sms;

/// <summary>
/// How many messages an SMS is paid as (3GPP TS 23.038 and 23.040): 160 characters of the basic alphabet, 153 each when joined; as soon as one
/// character lies outside it, 70 of UCS-2, 67 each when joined.
/// </summary>
internal static class SmsSegments
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extended = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> InBasic = SearchValues.Create(Basic);
    private static readonly SearchValues<char> InExtended = SearchValues.Create(Extended);
    private static readonly SearchValues<char> InEither = SearchValues.Create(Basic + Extended);

    public static int Count(string text) => text.AsSpan().ContainsAnyExcept(InEither)
        ? Count(text, alone: 70, joined: 67, static _ => 1, char.IsHighSurrogate)
        : Count(text, alone: 160, joined: 153, static c => InExtended.Contains(c) ? 2 : InBasic.Contains(c) ? 1 : 0, static _ => false);

    // What belongs together (an escaped character, a pair of surrogates) is not torn apart between two messages.
    private static int Count(string text, int alone, int joined, Func<char, int> units, Func<char, bool> withNext)
    {
        if (text.Sum(units) <= alone)
        {
            return 1;
        }

        var (segments, used) = (1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var size = units(text[i]);
            if (withNext(text[i]) && i + 1 < text.Length)
            {
                size += units(text[++i]);
            }

            (segments, used) = used + size > joined ? (segments + 1, size) : (segments, used + size);
        }

        return segments;
    }
}
