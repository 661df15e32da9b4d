using Platform.Core.Packs;

namespace Platform.Cli.NewPacks;

/// <summary>What is left to fill in, in the order in which one thing needs another.</summary>
internal static class NewPackReadme
{
    public static string Of(NewPackWish wish, Pack below, bool hasAreas, bool hasOrganizations) => Of(wish, below, hasAreas, hasOrganizations, NewPackCommands.Of(wish.Folder));

    private static string Of(NewPackWish wish, Pack below, bool hasAreas, bool hasOrganizations, NewPackCommands commands) => $"""
        # {wish.Name}

        A country pack on top of `{below.Name}`: what does not stand here is taken from there. It is a demonstration until `brand.demonstration` is taken out of `pack.yaml`.

        {Place(wish.Folder)}

        ```sh
        {commands.Check}      # every mistake with its file and line; run it after each step
        {commands.Start}      # then open http://localhost:5080
        ```

        Every key of every file: `templates/packs/README.md` and `SECTIONS.md`. Fill in, in this order:

        1. `pack.yaml`: how people are named (`names`), telephone numbers (`phone`) and identity numbers (`id-number`): those of `{below.Name}` belong to no country.
        2. `areas.csv`: {(hasAreas ? "done; look through the titles of `area-levels` in `pack.yaml`" : "the invented areas of `" + below.Name + "` are in use: take them away with `remove` and write your own")}.
        3. `organizations.yaml`: {(hasOrganizations ? "your bodies are in it; add their offices" : "add your bodies")}, then name the one that answers for each service (`services/<id>.yaml`: `organization: ...`), then take the invented bodies away (`remove: true`):

        {string.Join('\n', below.Services.All.Select(s => $"   - `{s.Id}`: {s.Organization}"))}

        4. `services/`: the law, fee and deadline of each service, with its `source`; whatever stays marked `example: true` is refused in Production. A service that you do not have: `remove: true`.
        5. `calendar.yaml`: weekend and holidays.
        6. `roles.yaml`: who may do what, where it differs.
        7. `locales/<tag>.po`: translate. `{commands.Update}` adds what is new; a language that the system cannot format needs `locales/<tag>/formats.yaml`. The interface's own texts, buttons, menus and messages, are the platform's and stand in its `locales/<tag>/`; its `locales/README.md` says how a language is begun there.
        8. `content/`: the pages about, help, contact, privacy and accessibility, in each language.
        9. `media/logo.svg`, `media/favicon.svg` and `brand.colours`: the mark and colours are placeholders made from the pack's name. The fonts that come along cover the scripts of the packs they were made for; for another script (Tibetan, Arabic, Khmer...) put a free font as WOFF2 below `theme/`, list it in `brand.font-files` and name its family in `brand.fonts`.
        10. `synonyms.yaml`: words that people type into the search.

        """;

    private static string Place(string folder) => NewPackPlace.Platform(folder) is null
        ? "In the folder that holds this one, with the programs of an installed release (`binaries/`) on the path:"
        : "In the platform's folder, which holds `platform/` and `tools/`:";
}
