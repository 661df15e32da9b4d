using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Platform.Modules.Documents.Sheets;
using Platform.Web.Assets;
using Platform.Web.Themes;

namespace Platform.Modules.Documents.Printing;

/// <summary>A sheet as a file with its style and fonts beside it, drawn by the same partial as the page, outside any request.</summary>
internal sealed class PrintedPage(IRazorViewEngine views, ITempDataProvider tempData, IServiceProvider services, AssetFiles assets, ActiveTheme theme, HtmlEncoder encoder)
{
    private const string View = "/Pages/Shared/Documents/_Sheet.cshtml";
    private const string Page = "document.html";
    private const string Theme = "theme.css";

    /// <returns>The file name of the page.</returns>
    public async Task<string> WriteAsync(Sheet sheet, string folder, CancellationToken cancellationToken)
    {
        var styles = sheet.Text.Direction == "rtl" ? new[] { "platform.rtl.css", "office.rtl.css" } : ["platform.css", "office.css"];
        foreach (var asset in assets.Names.Where(n => n.EndsWith(".woff2", StringComparison.Ordinal)).Concat(styles))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, FileName(asset)), assets.Content(asset), cancellationToken);
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, Theme), theme.Current.Css, cancellationToken);
        using var scope = new LanguageScope(sheet.Text.Language);
        await File.WriteAllTextAsync(Path.Combine(folder, Page), Whole(sheet, [.. styles.Select(FileName), Theme], await DrawAsync(sheet)), Encoding.UTF8, cancellationToken);
        return Page;
    }

    private string FileName(string asset) => Path.GetFileName(assets.Url(asset));

    private string Whole(Sheet sheet, IEnumerable<string> styles, string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="{encoder.Encode(sheet.Text.Language)}" dir="{sheet.Text.Direction}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src file:; font-src file:"><title>{encoder.Encode(sheet.Text.Number)}</title>
        {string.Concat(styles.Select(style => $"<link rel=\"stylesheet\" href=\"{style}\">"))}</head><body class="p-paper">{body}</body></html>
        """;

    private async Task<string> DrawAsync(Sheet sheet)
    {
        var context = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        var view = views.GetView(null, View, isMainPage: false).View ?? throw new PrintingException($"There is no view {View}.");
        await using var writer = new StringWriter();
        var data = new ViewDataDictionary<Sheet>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = sheet };
        await view.RenderAsync(new ViewContext(context, view, data, new TempDataDictionary(context.HttpContext, tempData), writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}
