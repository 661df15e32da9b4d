namespace Platform.Cli.NewPacks;

/// <summary>Asks for what was not given, one question a line, and asks again where the answer cannot be.</summary>
internal sealed class NewPackQuestions(TextReader input, TextWriter output)
{
    private static readonly Question[] All =
    [
        new("Name of the pack, as e-bhutan", w => w.Name, (w, answer) => w with { Name = answer ?? "" }, w => w.NameMistake),
        new("Languages, the country's first, as dz,en", w => w.Languages, (w, answer) => w with { Languages = answer ?? "" }, w => w.LanguagesMistake),
        new("Currency in three letters, as BTN", w => w.Currency, (w, answer) => w with { Currency = answer ?? "" }, w => w.CurrencyMistake),
        new("Time zone, as Asia/Thimphu", w => w.TimeZone, (w, answer) => w with { TimeZone = answer ?? "" }, w => w.TimeZoneMistake),
        new("File of areas (CSV), or nothing for the invented ones", w => w.Areas, (w, answer) => w with { Areas = answer }, w => w.AreasMistake),
        new("File of organizations (CSV), or nothing for the invented ones", w => w.Organizations, (w, answer) => w with { Organizations = answer }, w => w.OrganizationsMistake),
    ];

    public NewPackWish Ask(NewPackWish given) => All.Aggregate(given, (wish, question) => question.Given(wish) is null ? Asked(question, wish) : wish);

    // Where nobody answers any more, what is missing is told with the rest.
    private NewPackWish Asked(Question question, NewPackWish before)
    {
        while (true)
        {
            output.Write($"{question.Words}: ");
            var line = input.ReadLine();
            var wish = question.With(before, line?.Trim() is { Length: > 0 } answer ? answer : null);
            if (line is null || question.Mistake(wish) is not { } told)
            {
                return wish;
            }

            output.WriteLine(told);
        }
    }

    /// <param name="Given">What was given without being asked for; null: nothing.</param>
    private sealed record Question(string Words, Func<NewPackWish, string?> Given, Func<NewPackWish, string?, NewPackWish> With, Func<NewPackWish, string?> Mistake);
}
