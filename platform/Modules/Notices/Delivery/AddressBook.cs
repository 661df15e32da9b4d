using System.Net.Mail;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Modules.Notices.Delivery;

/// <summary>Names of channels, as stored.</summary>
public static class ChannelNames
{
    public const string Email = "email";
    public const string Sms = "sms";
}

/// <summary>Where a channel reaches somebody.</summary>
internal static class AddressBook
{
    /// <returns>Null where nothing usable is known: what a person typed may be anything, line breaks included.</returns>
    public static string? Find(PersonDetails details, string channel, Pack pack) => channel switch
    {
        ChannelNames.Email => MailAddress.TryCreate(details.Email, out var mail) && !mail.Address.Any(c => char.IsControl(c) || c is '<' or '>' or ' ') ? mail.Address : null,
        ChannelNames.Sms when !string.IsNullOrWhiteSpace(details.Phone) => pack.Phone is { } rule ? rule.Normalize(details.Phone) : details.Phone,
        _ => null,
    };
}
