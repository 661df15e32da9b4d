namespace Platform.Cli.Tests.Packs;

/// <summary>In a pack that is sound otherwise, one mistake more is one finding: nothing that hangs on it is blamed as well.</summary>
public sealed class OneMistakeTests
{
    private const string Permit = "services/building-permit.yaml";
    private const string Licence = "services/trade-licence.yaml";

    [Theory]
    [InlineData("pack.yaml", "payments, notices", "payment, notices", "pack.yaml:10: There is no module 'payment': did you mean 'payments'?")]
    [InlineData("organizations.yaml", "name: Registry office}", "name: Registry office", "organizations.yaml:2: This is not valid YAML")]
    [InlineData("roles.yaml", "cases.take, cases.decide", "cases.take, cases.decied", "roles.yaml:2: There is no permission 'cases.decied': did you mean 'cases.decide'?")]
    [InlineData("roles.yaml", "id: clerk", "id: clark", Permit + ":37: There is no role 'clerk': did you mean 'clark'?")]
    [InlineData("documents/permit.hbs", "{{value.place}}", "{{value.plaice}}", "documents/permit.hbs:3: There is no value 'value.plaice' here; there are ")]
    [InlineData("notices/approved-sms.hbs", "reference}}", "refrence}}", "notices/approved-sms.hbs:1: There is no value 'refrence' here; there are ")]
    [InlineData(Permit, "kind, type: choice", "kind, type: choise", Permit + ":14: There is no question type 'choise': did you mean 'choice'?")]
    [InlineData(Permit, "level: district", "level: distrct", Permit + ":16: There is no level 'distrct' in 'area-levels' of pack.yaml: did you mean 'district'?")]
    [InlineData(Permit, "full_name, type: name, ", "full_name, type: name, prefill: person.nam, ", Permit + ":13: The expression 'person.nam' is wrong at its column ")]
    [InlineData(Permit, "rooms, type: number", "person, type: number", Permit + ":21: 'person' is the name of a fact: give the question another id.")]
    [InlineData(Permit, "amount: 20 * floors", "amount: 20, when: floors", Permit + ":24: The expression 'floors' is wrong at its column 1: Expected boolean, found number.")]
    [InlineData(Permit, "queue: review", "clock: stopped", Permit + ":40: 'clock' can only be 'paused': write that, or leave it out.")]
    [InlineData(Permit, "to: submitted, by: applicant", "to: submited, by: applicant", Permit + ":32: The workflow has no state 'submited': did you mean 'submitted'?")]
    [InlineData(Permit, "submit: {title", "sumbit: {title", Permit + ":29: The workflow does not begin: write ")]
    [InlineData(Permit, "to: rejected, by: registrar", "to: rejected, by: registrar, other-than: [acept]", Permit + ":43: The workflow has no action 'acept': did you mean 'accept'?")]
    [InlineData(Permit, "to: rejected, by: registrar, form: [reason]", "to: rejected, by: registrar, form: reason", Permit + ":43: Write a list of questions here, or [reason].")]
    [InlineData(Permit, "do: [{send-notice: approved}]}", "do: {send-notice: approved}}", Permit + ":43: Write a list of steps here: '[{verb: value}]'.")]
    [InlineData(Permit, "rejected: {title: Rejected, final: true}", "rejected: {title: Rejected}", Permit + ":45: Nothing leads out of the state 'rejected': give it actions, or write 'final: true'.")]
    [InlineData(Permit, "BP-{year}-{seq:6}", "BP-{year}", Permit + ":51: A number needs '{seq}' once and may have '{year}'")]
    [InlineData(Permit, "holder: full_name", "holder: full_nam", Permit + ":52: The expression 'full_nam' is wrong at its column 1: The name full_nam is not known; did you mean full_name?")]
    [InlineData(Permit, "to: review, by: clerk", "to: review, by: applicant", Permit + ":34: In the state 'submitted' only the applicant can do something")]
    [InlineData(Permit, "to: review, by: clerk}", "to: review, by: clerk}\n      skip: {title: Skip, to: rejected, by: registrar, other-than: [accept], form: [reason]}", Permit + ":38: A case can come to 'submitted' without 'accept', so one official alone could do all of it")]
    [InlineData(Licence, "{issue-document: licence}", "{issue-document: license}", Licence + ":23: There is no document 'license' in 'documents' of this service: did you mean 'licence'?")]
    public void One_mistake_is_one_finding(string file, string right, string wrong, string finding)
    {
        using var pack = new MistakenPack();

        var (code, lines) = pack.Correct().Replace(file, right, wrong).Check();

        Assert.StartsWith(finding, lines[0], StringComparison.Ordinal);
        Assert.Equal((1, 2), (code, lines.Length));
    }
}
