namespace Platform.Cli.NewPacks;

/// <summary>Asks for what was not given, one question a line.</summary>
internal static class NewPackQuestions
{
    public static NewPackWish Ask(NewPackWish given, TextReader input, TextWriter output)
    {
        string? Answer(string question, string? known)
        {
            if (known is not null)
            {
                return known;
            }

            output.Write($"{question}: ");
            return input.ReadLine()?.Trim() is { Length: > 0 } answer ? answer : null;
        }

        return new(
            Answer("Name of the pack, as e-bhutan", given.Name),
            given.From,
            Answer("Languages, the country's first, as dz,en", given.Languages),
            Answer("Currency in three letters, as BTN", given.Currency),
            Answer("Time zone, as Asia/Thimphu", given.TimeZone),
            Answer("File of areas (CSV), or nothing for the invented ones", given.Areas),
            Answer("File of organizations (CSV), or nothing for the invented ones", given.Organizations));
    }
}
