using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs;

public sealed class SectionTests
{
    private const string WithStamps = PackOnDisk.Service + "\nstamps: [{id: red, label: Red stamp}]";

    [Fact]
    public void A_module_reads_its_section()
    {
        using var disk = new PackOnDisk();
        var service = disk.Write("services/birth.yaml", WithStamps).Read(StampSection.Schema()).Services.Find("birth")!;

        Assert.Equal("service/birth#stamps.red.label", service.Section<StampSection>()!.Stamps.Single().Label.Address);
    }

    [Fact]
    public void Every_mistake_of_a_section_is_reported_with_its_line()
    {
        using var disk = new PackOnDisk();
        disk.Write("services/birth.yaml", PackOnDisk.Service + "\nstamps:\n  - {id: red, lable: Red, label: Red}\n  - {id: Blue, label: Blue, by: clerk}\nstamp: {}");

        Assert.Equal(
            [
                "services/birth.yaml:8: The key 'lable' is not known here: did you mean 'label'?",
                "services/birth.yaml:9: 'Blue' is not an id: use small letters, digits and '_', beginning with a letter.",
                "services/birth.yaml:9: There is no role 'clerk': add it to roles.yaml.",
                "services/birth.yaml:10: The key 'stamp' is not known here: did you mean 'stamps'?",
            ],
            disk.Mistakes(StampSection.Schema()));
    }

    [Fact]
    public void A_section_of_a_module_that_is_off_is_a_mistake_of_ones_own_and_a_warning_when_inherited()
    {
        using var disk = new PackOnDisk();
        disk.Write("services/birth.yaml", WithStamps).Write("pack.yaml", PackOnDisk.PackYaml + "\nmodules: []");
        Assert.StartsWith("services/birth.yaml:7: The section 'stamps' belongs to the module 'stamping', which is off", disk.Mistakes(StampSection.Schema()).Single(), StringComparison.Ordinal);

        disk.Write("services/birth.yaml", "title: Birth").Below("services/birth.yaml", WithStamps).Write("pack.yaml", PackOnDisk.PackYaml + "\nextends: base\nmodules: []");
        var result = disk.Load(StampSection.Schema());
        Assert.Null(result.Pack!.Services.Find("birth")!.Section<StampSection>());
        Assert.Equal("base", result.Warnings.Single().Source.Layer);
    }

    [Fact]
    public void Two_modules_cannot_own_one_key() =>
        Assert.Throws<InvalidOperationException>(() => StampSection.Schema().Section<StampSection>("stamps", "other"));
}
