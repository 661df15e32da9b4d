namespace Platform.Cli.NewPacks;

/// <summary>Asks for what was not given, one question a line, and asks again where the answer cannot be.</summary>
internal sealed class NewPackQuestions(TextReader input, TextWriter output)
{
    public NewPackWish Ask(NewPackWish given)
    {
        var wish = given;
        wish = wish.Name is null ? Asked("Name of the pack, as e-bhutan", answer => wish with { Name = answer ?? "" }, w => w.NameMistake) : wish;
        wish = wish.Languages is null ? Asked("Languages, the country's first, as dz,en", answer => wish with { Languages = answer ?? "" }, w => w.LanguagesMistake) : wish;
        wish = wish.Currency is null ? Asked("Currency in three letters, as BTN", answer => wish with { Currency = answer ?? "" }, w => w.CurrencyMistake) : wish;
        wish = wish.TimeZone is null ? Asked("Time zone, as Asia/Thimphu", answer => wish with { TimeZone = answer ?? "" }, w => w.TimeZoneMistake) : wish;
        wish = wish.Areas is null ? Asked("File of areas (CSV), or nothing for the invented ones", answer => wish with { Areas = answer }, w => w.AreasMistake) : wish;
        return wish.Organizations is null ? Asked("File of organizations (CSV), or nothing for the invented ones", answer => wish with { Organizations = answer }, w => w.OrganizationsMistake) : wish;
    }

    // Where nobody answers any more, what is missing is told with the rest.
    private NewPackWish Asked(string question, Func<string?, NewPackWish> with, Func<NewPackWish, string?> mistake)
    {
        while (true)
        {
            output.Write($"{question}: ");
            var line = input.ReadLine();
            var wish = with(line?.Trim() is { Length: > 0 } answer ? answer : null);
            if (line is null || mistake(wish) is not { } told)
            {
                return wish;
            }

            output.WriteLine(told);
        }
    }
}
