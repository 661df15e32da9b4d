using Platform.Modules.Notices.Writing;

namespace Platform.Modules.Notices.Delivery;

/// <summary>A notice with its address, on its way. Lives in memory only.</summary>
/// <param name="Id">The same at every try: receivers that look at it can tell a repetition.</param>
/// <param name="Sender">Name of the portal in the reader's language.</param>
internal sealed record Letter(Guid Id, string Address, string Sender, NoticeText Text);

/// <summary>How a try ended. Reasons are codes, never what a remote system wrote: that may name the person.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    /// <param name="Reference">What the provider calls it.</param>
    public sealed record Sent(string? Reference = null) : Outcome;

    /// <summary>Not sent, for a reason that may pass.</summary>
    /// <param name="After">The least time to wait, where the other side asked for one.</param>
    public sealed record Later(string Reason, TimeSpan? After = null) : Outcome;

    /// <summary>Not sent, and trying again would not help.</summary>
    public sealed record Refused(string Reason) : Outcome;

    /// <summary>Nobody knows whether it was sent.</summary>
    public sealed record Unknown(string Reason) : Outcome;
}

/// <summary>A way to reach people outside the portal.</summary>
internal interface IChannel
{
    /// <summary>One of <see cref="ChannelNames"/>.</summary>
    string Name { get; }

    /// <summary>True where a letter sent twice arrives once, or where twice does no harm.</summary>
    bool MayRepeat { get; }

    /// <summary>Never throws but for cancellation: what went wrong is the outcome.</summary>
    Task<Outcome> SendAsync(Letter letter, CancellationToken cancellationToken);
}
