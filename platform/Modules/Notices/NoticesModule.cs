using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Core.Modules;
using Platform.Modules.Cases;
using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Folder;
using Platform.Modules.Notices.Inbox;
using Platform.Modules.Notices.Preferences;
using Platform.Modules.Notices.Sending;
using Platform.Modules.Notices.Sms;
using Platform.Modules.Notices.Smtp;
using Platform.Modules.Notices.Writing;
using Platform.Modules.Payments;

namespace Platform.Modules.Notices;

/// <summary>Messages to people: the inbox in the portal, a slip on paper, e-mail and SMS.</summary>
public sealed class NoticesModule : PlatformModule
{
    public override string Name => "notices";

    // payments for its section, until when a fee is to be paid, and for its receipts.
    public override IReadOnlyList<string> DependsOn => ["cases", "payments"];

    public override void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Options<NoticesOptions>();
        module.Services.AddSingleton<NoticeStore>().AddSingleton<PreferenceStore>().AddSingleton<DeliveryStore>();
        module.Services.AddSingleton<NoticeTemplates>().AddSingleton<NoticeValues>().AddSingleton<Routes>();
        module.Services.AddSingleton<Letters>().AddSingleton<Deliveries>().AddHostedService<DeliveryLoop>();
        module.Services.AddSingleton(s => OutboxFolder.Of(s.GetRequiredService<IConfiguration>()));
        module.Services.AddSingleton(Channels);

        module.Action<SendNotice>("send-notice");
        module.On<NoticeDue, WriteNotice>();
        module.On<PaymentReceived, TellOfReceipt>();
        module.On<PaymentCancelled, TellOfCancellation>();
        module.Services.AddScoped<PaymentNotices>();
        module.On<CaseErased, ForgetNotices>();

        module.OwnPages("/Notices/My");
        module.OwnPages("/Notices/Account");
        module.Pages("/Notices/Desk", CasesPermissions.View);
        module.InstancePermission(NoticesPermissions.Replay);
        module.Pages("/Notices/Operator", NoticesPermissions.Replay);
        module.Menu(MenuPlaces.Account, "Messages", "/my/messages", order: 15);
        module.Menu(MenuPlaces.Settings, "Language and messages", "/account/notices");
        module.Menu(MenuPlaces.Desk, "Messages not delivered", "/desk/deliveries", NoticesPermissions.Replay, order: 80);
        NoticesExport.Declare(module);
    }

    // A demonstration sends nothing: every channel is the folder.
    private static IReadOnlyList<IChannel> Channels(IServiceProvider services)
    {
        var (options, clock) = (services.GetRequiredService<IOptions<NoticesOptions>>().Value, services.GetRequiredService<TimeProvider>());
        if (services.GetRequiredService<OutboxFolder>().Path is { } folder)
        {
            return [new FolderChannel(ChannelNames.Email, folder, clock), new FolderChannel(ChannelNames.Sms, folder, clock)];
        }

        var email = options.Smtp is { } smtp ? new SmtpChannel(smtp, clock) : null;
        var sms = options.Sms is { } gateway ? new SmsGateway(gateway, clock) : null;
        return [.. new IChannel?[] { email, sms }.OfType<IChannel>()];
    }
}
