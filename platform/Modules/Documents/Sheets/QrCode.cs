using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Platform.Modules.Documents.Sheets;

/// <summary>A QR code as the path of an SVG: one unit a module, rows of dark modules joined.</summary>
/// <param name="Size">Units of each side, with the quiet zone around it.</param>
/// <param name="Path">For the attribute <c>d</c>.</param>
public sealed record QrCode(int Size, string Path)
{
    /// <summary>Error correction Q: a quarter of it may be under a stamp or lost to a copier.</summary>
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            AddRow(path, data.ModuleMatrix[y], y);
        }

        return new(data.ModuleMatrix.Count, path.ToString());
    }

    private static void AddRow(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Count; x++)
        {
            var start = x;
            while (x < row.Count && row[x])
            {
                x++;
            }

            if (x > start)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }
    }
}
