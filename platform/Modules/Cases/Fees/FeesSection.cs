using System.Globalization;
using Platform.Core.Feel;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Fees;

/// <summary>One fee of a service.</summary>
/// <param name="Amount">Whole units of the pack's currency.</param>
/// <param name="Fixed">The amount where it is the same for everybody.</param>
/// <param name="When">Charged only where it is true.</param>
/// <param name="Law">The law or decree that sets it.</param>
/// <param name="Example">Not the law of the land: shown with a mark.</param>
public sealed record FeeDefinition(string Id, PackText Title, Rule? Amount, decimal? Fixed, Rule? When, PackText? Law, bool Example);

/// <summary>A fee that a case owes.</summary>
/// <param name="Minor">Minor units of the pack's currency, rounded to its step.</param>
public sealed record ChargedFee(FeeDefinition Fee, long Minor);

/// <summary>The section <c>fees</c>. See <c>templates/packs/SECTIONS.md</c>.</summary>
public sealed class FeesSection : IPackSection<FeesSection>, IServiceOffer
{
    private FeesSection(IReadOnlyList<FeeDefinition> fees, PackCurrency currency)
    {
        Fees = fees;
        Costs = [.. fees.Select(f => new OfferedCost(f.Title, f.Fixed is { } amount ? currency.ToMinor(amount) : null, f.When is not null, f.Example))];
    }

    public IReadOnlyList<OfferedCost>? Costs { get; }

    public IReadOnlyList<FeeDefinition> Fees { get; }

    public static FeesSection? Read(PackNode node, SectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scope = context.Section<FormSection>()?.Scope ?? new Dictionary<string, FeelType>();
        return new(context.List(node, reader => Fee(reader, scope)), context.Pack.Currency);
    }

    public FeeDefinition? Find(string id) => Fees.FirstOrDefault(f => f.Id == id);

    /// <summary>What a case with these answers owes. A fee that cannot be worked out yet is not in it; an amount of nothing is not charged.</summary>
    public IReadOnlyList<ChargedFee> Charge(IReadOnlyDictionary<string, object?> values, FeelMoment moment, PackCurrency currency) =>
        [.. Fees.Where(f => f.When?.IsTrue(values, moment) ?? true)
            .Select(f => new ChargedFee(f, f.Amount?.Value(values, moment) is decimal amount ? currency.ToMinor(amount) : 0))
            .Where(f => f.Minor > 0)];

    private static FeeDefinition Fee(NodeReader reader, IReadOnlyDictionary<string, FeelType> scope)
    {
        var amount = reader.RequiredScalar("amount");
        return new(
            reader.Id(),
            reader.Text("title"),
            Rule.Compile(amount, scope, FeelType.Number, reader.Problems),
            decimal.TryParse(amount?.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain) ? plain : null,
            Rule.Compile(reader.Scalar("when"), scope, FeelType.Boolean, reader.Problems),
            reader.OptionalText("source"),
            reader.Example());
    }
}
