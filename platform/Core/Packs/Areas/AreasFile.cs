namespace Platform.Core.Packs;

/// <summary>Builds the tree of areas from the layers' <c>areas.csv</c>.</summary>
internal static class AreasFile
{
    public static AreaTree Read(PackLayers layers, IReadOnlyList<AreaLevel> levels, PackProblems problems)
    {
        var rows = Merge(layers.Each("areas.csv"), problems);
        var areas = new Dictionary<string, Area>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            areas[row.Code] = Area(row, problems);
        }
        ReportLevels(rows, levels, problems);
        return new(Connect(rows, areas, problems));
    }

    private static List<AreaRow> Merge(IEnumerable<PackFile> files, PackProblems problems)
    {
        var rows = new OrderedDictionary<string, AreaRow>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var row in AreaTable.Rows(file, problems).Where(r => HasNewCode(r, seen, problems)))
            {
                Put(rows, row, problems);
            }
        }
        return [.. rows.Values];
    }

    private static bool HasNewCode(AreaRow row, HashSet<string> seen, PackProblems problems)
    {
        if (row.Code.Length == 0)
        {
            problems.Add(row.Source, "The row has no code: write the area's code in the column 'code'.");
            return false;
        }
        if (seen.Add(row.Code))
        {
            return true;
        }
        problems.Add(row.Source, "The code '{0}' stands twice in this file: keep one of the two rows.", row.Code);
        return false;
    }

    private static void Put(OrderedDictionary<string, AreaRow> rows, AreaRow row, PackProblems problems)
    {
        if (row["remove"] != "true")
        {
            rows[row.Code] = rows.TryGetValue(row.Code, out var below) ? row.On(below) : row;
        }
        else if (!rows.Remove(row.Code))
        {
            problems.Add(row.Source, "There is no area '{0}' below to remove: take this row out, or correct its code.", row.Code);
        }
    }

    private static Area Area(AreaRow row, PackProblems problems)
    {
        var names = row.Names;
        if (names.Count == 0)
        {
            problems.Add(row.Source, "The area '{0}' has no name: write one in a column name_ and a language tag.", row.Code);
            names["und"] = row.Code;
        }
        return new()
        {
            Code = row.Code,
            Level = row["level"],
            Names = names,
            Iso = OrNull(row["iso_3166_2"]),
            ReplacedBy = OrNull(row["replaced_by"]),
            ValidFrom = Date(row, "valid_from", problems),
            ValidTo = Date(row, "valid_to", problems),
            Source = row.Source,
        };
    }

    // Once for each level: it may be the level's name in pack.yaml that is wrong, and then every row has it.
    private static void ReportLevels(List<AreaRow> rows, IReadOnlyList<AreaLevel> levels, PackProblems problems)
    {
        var known = levels.Select(l => l.Id).ToHashSet();
        foreach (var same in rows.Where(r => known.Count > 0 && !known.Contains(r["level"])).GroupBy(r => r["level"]))
        {
            var (at, names) = (same.First().Source, string.Join(", ", known));
            if (same.Skip(1).Any())
            {
                problems.Add(at, "The level '{0}', here and in {2} further rows, is not one of 'area-levels' in pack.yaml: use one of {1}.", same.Key, names, same.Count() - 1);
            }
            else
            {
                problems.Add(at, "The level '{0}' is not one of 'area-levels' in pack.yaml: use one of {1}.", same.Key, names);
            }
        }
    }

    // A row with an unknown parent is a known condition of real registers: it is left out and said so, and the rest is used.
    private static List<Area> Connect(List<AreaRow> rows, Dictionary<string, Area> areas, PackProblems problems)
    {
        foreach (var row in rows.Where(r => r["parent"].Length > 0))
        {
            if (areas.TryGetValue(row["parent"], out var parent))
            {
                areas[row.Code].PutBelow(parent);
            }
            else
            {
                problems.Warn(row.Source, "The area '{0}' is not loaded, because its parent '{1}' is not in this file: correct the parent or add its row.", row.Code, row["parent"]);
            }
        }
        var loaded = new AreaReach(rows.Where(r => r["parent"].Length == 0).Select(r => areas[r.Code]));
        ReportCircles(rows, areas, problems);
        ReportReplacements(areas, problems);
        return [.. rows.Select(r => areas[r.Code]).Where(loaded.Contains)];
    }

    private static void ReportCircles(List<AreaRow> rows, Dictionary<string, Area> areas, PackProblems problems)
    {
        foreach (var row in rows.Where(r => AreaReach.IsInCircle(areas[r.Code])))
        {
            problems.Add(row.Source, "The area '{0}' lies inside itself: correct its parent '{1}'.", row.Code, row["parent"]);
        }
    }

    private static void ReportReplacements(Dictionary<string, Area> areas, PackProblems problems)
    {
        foreach (var area in areas.Values.Where(a => a.ReplacedBy is { } code && !areas.ContainsKey(code)))
        {
            problems.Add(area.Source, "The area '{0}' is replaced by '{1}', which is not in this file: correct the code.", area.Code, area.ReplacedBy!);
        }
    }

    private static DateOnly? Date(AreaRow row, string column, PackProblems problems) =>
        row[column].Length == 0 ? null : PackDate.Read(new(row[column], row.Source), problems);

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;
}
