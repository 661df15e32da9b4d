using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Core.Tests.Packs;

public sealed class PackLoaderTests
{
    [Fact]
    public void A_small_pack_is_read_whole()
    {
        using var disk = new PackOnDisk();
        var pack = disk.Read();

        Assert.Equal(("small", "1.0.0", "en", "en"), (pack.Name, pack.Version, pack.DefaultLanguage, pack.SourceLanguage));
        Assert.Equal(new PackCurrency("XTS", 2, 5), pack.Currency);
        Assert.Equal("Asia/Vientiane", pack.TimeZone.Id);
        Assert.Equal("{given} {family}", pack.Names.Display);
        Assert.Equal(new PackText("organization/home#name", "Ministry of Home Affairs"), pack.Organizations.Find("home")!.Name);
        Assert.Equal(new PackText("service/birth#title", "Birth registration"), pack.Services.Find("birth")!.Title);
        Assert.Equal(new PackText("pack#area-levels.province.title", "Province"), pack.AreaLevels[0].Title);
    }

    [Fact]
    public void A_folder_without_pack_yaml_says_what_is_missing()
    {
        using var disk = new PackOnDisk();
        File.Delete(Path.Combine(disk.Folder, "pack.yaml"));

        Assert.Contains("pack.yaml:0: There is no pack to read: write a file pack.yaml that says at least its name.", disk.Mistakes());
    }

    // The theme's files and media are for everybody: a link could hand out any file of the machine.
    [Fact]
    public void A_symbolic_link_is_a_mistake_and_nothing_is_read_through_it()
    {
        using var disk = new PackOnDisk();
        using var elsewhere = new Platform.Testing.TestFolder();
        File.WriteAllText(elsewhere["instance.key"], "secret");
        File.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(Path.Combine(disk.Folder, "media")).FullName, "k.txt"), elsewhere["instance.key"]);
        Directory.CreateSymbolicLink(Path.Combine(disk.Folder, "content"), elsewhere.Path);

        Assert.Equal(2, disk.Mistakes().Count(m => m.Contains("symbolic link", StringComparison.Ordinal)));
        Assert.DoesNotContain(new PackFolder(disk.Folder).Paths, p => p.Contains("k.txt", StringComparison.Ordinal) || p.Contains("instance.key", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("../..")]
    [InlineData("../other/base")]
    public void What_a_pack_extends_is_the_name_of_a_pack_and_no_way_to_a_folder(string extends)
    {
        using var disk = new PackOnDisk();
        disk.Write("pack.yaml", PackOnDisk.PackYaml + $"\nextends: {extends}");

        Assert.Contains(disk.Mistakes(), m => m.Contains("is not the name of a pack", StringComparison.Ordinal));
        Assert.Null(new PackFolder(disk.Folder).Beside(extends));
    }

    [Fact]
    public void A_mistake_leaves_no_pack()
    {
        using var disk = new PackOnDisk();
        disk.Write("services/birth.yaml", PackOnDisk.Service + "\ntitel: Twice");

        Assert.Null(disk.Load().Pack);
    }

    [Fact]
    public void Every_base_field_of_a_service_is_read()
    {
        using var disk = new PackOnDisk();
        disk.Write("life-events.yaml", "- {id: having-a-child, title: Having a child, icon: baby}");
        disk.Write("services/birth.yaml", PackOnDisk.Service + """

            description: Longer.
            eligibility: Parents.
            result: A certificate.
            life-events: [having-a-child]
            legal-basis: [{title: Law on Families, article: "12", url: "https://example.org", example: true}]
            revision: 2
            assurance: substantial
            anonymous: true
            deadline: {within: 3 working days, source: Decree 7}
            channels: [online, mobile-team]
            what-you-need: [{id: photo, title: A photo, when: If you have one}]
            steps: [{id: apply, title: Apply}, {id: collect, title: Collect}]
            keywords: baby, child
            related: [birth]
            areas: ["01"]
            personal-data: [{category: ethnicity, legal-basis: Law on Families}]
            """);
        var service = disk.Read().Services.Find("birth")!;

        Assert.Equal(["having-a-child"], service.LifeEvents);
        Assert.Equal(new LegalBasis(new("service/birth#legal-basis.1.title", "Law on Families"), "12", "https://example.org", true), service.LegalBasis.Single());
        Assert.Equal((2, Assurance.Substantial, true), (service.Revision, service.Assurance, service.Anonymous));
        Assert.Equal(new(new(3, PackDurationUnit.WorkingDays), new PackText("service/birth#deadline.source", "Decree 7"), false), service.Deadline);
        Assert.Equal([Channel.Online, Channel.MobileTeam], service.Channels);
        Assert.Equal("service/birth#what-you-need.photo.when", service.WhatYouNeed.Single().When!.Value.Address);
        Assert.Equal(["apply", "collect"], service.Steps.Select(s => s.Id));
        Assert.Equal(("baby, child", "birth", "01"), (service.Keywords!.Value.Source, service.Related.Single(), service.Areas.Single()));
        Assert.Equal("ethnicity", service.PersonalData.Single().Category);
    }

    [Fact]
    public void An_example_of_law_is_refused_in_production()
    {
        using var disk = new PackOnDisk();
        disk.Write("services/birth.yaml", PackOnDisk.Service + "\nlegal-basis: [{title: A law, example: true}]");

        Assert.Empty(disk.Load().Problems);
        Assert.Equal(7, disk.Load(production: true).Problems.Single().Line);
    }

    [Fact]
    public void A_local_variant_takes_the_place_of_its_service_inside_its_area()
    {
        using var disk = new PackOnDisk();
        disk.Write("services/local/01/birth.yaml", "title: Birth registration in the North");
        var pack = disk.Read();

        Assert.Equal("Birth registration in the North", pack.Services.Find("birth", pack.Areas.Find("0101"))!.Title.Source);
        Assert.Equal("Register a child.", pack.Services.Find("birth", pack.Areas.Find("0101"))!.Summary.Source);
        Assert.Equal("Birth registration", pack.Services.Find("birth", pack.Areas.Find("0201"))!.Title.Source);
        Assert.Single(pack.Services.All);
    }

    [Fact]
    public void A_variant_may_say_whose_it_is_and_says_only_what_differs()
    {
        using var disk = new PackOnDisk();
        disk.Write("services/birth.yaml", PackOnDisk.Service + "\ndeadline: 3 days\nsteps: [{id: ask, title: Ask}, {id: wait, title: Wait}]");
        disk.Write("services/local/01/birth.yaml", "variant-of: birth\narea: \"01\"\ndeadline: 5 days\nsteps: [{id: wait, title: Wait longer}]");
        var pack = disk.Read();
        var variant = pack.Services.Variants("birth").Single();

        Assert.Equal(("01", "5 days", "Register a child."), (variant.Area, variant.Deadline!.Within.ToString(), variant.Summary.Source));
        Assert.Equal(["Ask", "Wait longer"], variant.Steps.Select(s => s.Title.Source));
        Assert.Contains(pack.Sentences, s => s.Text == new PackText("service/birth#steps.wait.title", "Wait longer"));
        Assert.Contains(pack.Sentences, s => s.Text == new PackText("service/birth#steps.wait.title", "Wait"));
        Assert.NotEqual(Edition.Of(pack, pack.Services.Find("birth")!).Id, Edition.Of(pack, variant).Id);
    }

    [Fact]
    public void What_a_variant_says_of_its_own_place_agrees_with_its_file()
    {
        using var disk = new PackOnDisk();
        disk.Write("services/local/01/birth.yaml", "area: \"02\"\ntitle: North");
        disk.Write("services/local/02/death.yaml", "variant-of: death\ntitle: South");
        disk.Write("services/local/99/birth.yaml", "title: Nowhere");

        Assert.Equal(
            [
                "services/local/01/birth.yaml:1: The area differs from the folder: write 'area: 01', or move the file to the folder of its area.",
                "services/local/02/death.yaml:1: A variant has the file name of its national service, and there must be one: write 'variant-of: death' and services/death.yaml, or take the line out and write the whole service.",
                "services/local/99/birth.yaml:1: There is no area '99' in areas.csv: add its row, or correct the code.",
            ],
            disk.Mistakes().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_text_without_a_translation_is_a_warning_and_a_broken_translation_a_mistake()
    {
        using var disk = new PackOnDisk();
        disk.Write("pack.yaml", PackOnDisk.PackYaml.Replace("[en]", "[en, lo]", StringComparison.Ordinal));
        disk.Write("locales/lo.po", "msgctxt \"service/birth#title\"\nmsgid \"Birth registration\"\nmsgstr \"x\"\n");
        Assert.DoesNotContain(disk.Load().Warnings, w => w.Message.Arguments.Contains("service/birth#title"));
        Assert.Contains(disk.Load().Warnings.Select(w => w.ToString()), w => w == "services/birth.yaml:4: The text 'service/birth#summary' has no wording in 'lo': translate it in locales/lo.po.");

        disk.Write("locales/lo.po", "msgid \"Birth");
        Assert.Equal("locales/lo.po", disk.Load().Problems[0].File);
    }

    [Fact]
    public void A_language_that_has_nothing_yet_is_one_warning_and_drowns_no_other()
    {
        using var disk = new PackOnDisk();
        disk.Write("pack.yaml", PackOnDisk.PackYaml.Replace("[en]", "[en, lo]", StringComparison.Ordinal));
        disk.Write("choices.yaml", "colours:\n" + string.Concat(Enumerable.Range(1, 30).Select(n => $"  - {{id: c{n}, label: Colour {n}}}\n")));

        var told = disk.Load().Warnings.Where(w => w.ToString().Contains("no wording", StringComparison.Ordinal)).Select(w => w.ToString());

        Assert.Matches(@"^locales/lo\.po:1: [34][0-9] texts have no wording in 'lo', the first is 'pack#.+': translate them in locales/lo\.po\. ", Assert.Single(told));
    }

    [Fact]
    public void A_file_as_Windows_saves_it_is_read_and_one_in_other_letters_is_a_mistake_at_its_line()
    {
        using var disk = new PackOnDisk();
        disk.Write("services/birth.yaml", "\uFEFF" + PackOnDisk.Service.ReplaceLineEndings("\r\n"));
        Assert.Empty(disk.Mistakes());

        disk.Write("services/birth.yaml", System.Text.Encoding.Latin1.GetBytes(PackOnDisk.Service.Replace("a child", "un bébé", StringComparison.Ordinal)));
        Assert.Equal(["services/birth.yaml:4: A letter here is not UTF-8: save the file in the encoding UTF-8."], disk.Mistakes());
    }

    [Fact]
    public void A_service_of_which_nothing_was_written_is_a_mistake()
    {
        using var disk = new PackOnDisk();
        disk.Write("services/death.yaml", "# later\n");

        Assert.Equal(["services/death.yaml:1: Nothing stands in this file: write the service, or delete the file."], disk.Mistakes());
    }

    [Fact]
    public void A_question_about_religion_needs_a_law()
    {
        using var disk = new PackOnDisk();
        disk.Write("services/birth.yaml", PackOnDisk.Service + "\nform: [{page: a, questions: [{id: religion, type: text}]}]");
        Assert.Equal(7, disk.Load().Warnings.Single().Line);

        disk.Write("services/birth.yaml", PackOnDisk.Service + "\npersonal-data: [{category: religion, legal-basis: A law}]\nform: [{page: a, questions: [{id: religion, type: text}]}]");
        Assert.Empty(disk.Load().Warnings);
    }

    [Fact]
    public void Pages_have_a_title_and_show_html_as_text()
    {
        using var disk = new PackOnDisk();
        disk.Write("content/about.md", "# About us\n\nWe *are* <b>here</b>.");
        var page = disk.Read().Pages.Find("about", "lo")!;

        Assert.Equal("About us", page.Title);
        Assert.Equal("<p>We <em>are</em> &lt;b&gt;here&lt;/b&gt;.</p>", page.Html.Trim());
    }
}
