using Platform.Core.Keys;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Notices.Inbox;

namespace Platform.Modules.Notices.Delivery;

/// <summary>Puts a notice and the person's address of this moment together.</summary>
internal sealed class Letters(NoticeStore notices, PersonStore people, ActivePack active)
{
    /// <returns>Null where case or person were erased meanwhile, or the address was taken away.</returns>
    public async Task<Letter?> FindAsync(ClaimedDelivery delivery, string channel, CancellationToken cancellationToken)
    {
        var pack = active.Current.Pack;
        try
        {
            if (await notices.FindAsync(delivery.NoticeId, cancellationToken) is not { PersonId: { } person } notice
                || (await people.FindAsync(person, cancellationToken))?.Details is not { } details
                || AddressBook.Find(details, channel, pack) is not { } address)
            {
                return null;
            }

            return new(delivery.DeliveryId, address, pack.Texts.Get(notice.Language, pack.Brand.Name).Value, notice.Text);
        }
        catch (KeyErasedException)
        {
            return null;
        }
    }
}
