using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Web.Components;

namespace Platform.Modules.Identity.Pages.Identity;

/// <summary>Reads a person's details from a form; every mistake goes to the model state, beside its field.</summary>
internal sealed class PersonForm(Pack pack, IFormCollection form, ModelStateDictionary state, IStringLocalizer texts)
{
    private const int Longest = 200;

    /// <summary>Everything. Nothing is required: a person may have one name, no telephone and no papers.</summary>
    public PersonDetails Read(PersonDetails before) => ReadContact(before) with
    {
        Name = pack.Names.Parts.Select(part => (part.Id, Value: Text(NameField(part.Id)))).Where(p => p.Value is not null).ToDictionary(p => p.Id, p => p.Value!),
        BirthDate = Date(),
        ClaimedId = IdNumber("id"),
    };

    /// <summary>Only what a person whose identity is confirmed may still change alone.</summary>
    public PersonDetails ReadContact(PersonDetails before) => before with { Phone = Phone(), Email = Email() };

    public string? IdNumber(string field)
    {
        var number = Text(field);
        if (number is not null && pack.IdNumber?.Fits(number) == false)
        {
            state.AddModelError(field, texts["Enter the number as it stands on the paper, for example {0}", pack.IdNumber.Example ?? ""]);
        }

        return number;
    }

    public static string NameField(string part) => $"name-{part}";

    private string? Phone()
    {
        var typed = Text("phone");
        var number = typed is null ? null : pack.Phone is { } rule ? rule.Normalize(typed) : typed;
        if (typed is not null && number is null)
        {
            state.AddModelError("phone", texts["Enter a telephone number, for example {0}", pack.Phone?.Example ?? ""]);
        }

        return number;
    }

    private string? Email()
    {
        var email = Text("email");
        if (email is not null && !(email.Split('@') is [{ Length: > 0 }, { Length: > 2 }] && !email.Any(char.IsWhiteSpace)))
        {
            state.AddModelError("email", texts["Enter an e-mail address, for example {0}", "name@example.org"]);
        }

        return email;
    }

    // A year alone is a good answer: many know no more.
    private PartialDate? Date()
    {
        state.Require("birth", DateInput.TryRead(form, "birth", out var date), texts["Enter a year, a month and a year, or a whole date"]);
        return date;
    }

    private string? Text(string field)
    {
        var text = form[field].ToString().Trim();
        state.SetModelValue(field, text, text);
        // A value that nobody has validated would count as a mistake.
        state.MarkFieldValid(field);
        if (text.Length > Longest || text.Any(char.IsControl))
        {
            state.AddModelError(field, texts["Enter {0} characters or fewer", Longest]);
        }

        return text.Length == 0 ? null : text;
    }
}
