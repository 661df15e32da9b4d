using Microsoft.AspNetCore.Razor.TagHelpers;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-table caption="Fees"&gt;&lt;p-head&gt;&lt;p-row&gt;...</c>.</summary>
[HtmlTargetElement("p-table")]
public sealed class Table() : Block("table", "govuk-table")
{
    public string? Caption { get; set; }

    /// <summary>Size of the caption: <c>s</c>, <c>m</c>, <c>l</c>, <c>xl</c>.</summary>
    public string? CaptionSize { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        if (Caption is not null)
        {
            output.PreContent.SetHtmlContent(Element("caption", Words("govuk-table__caption", CaptionSize is null ? null : $"govuk-table__caption--{CaptionSize}")).Add(Caption));
        }
    }
}

/// <summary>The head of a table; its <see cref="TableCell"/>s are headers of columns.</summary>
[HtmlTargetElement("p-head")]
public sealed class TableHead() : Block("thead", "govuk-table__head")
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        context.Items[typeof(TableHead)] = this;
    }
}

[HtmlTargetElement("p-body")]
public sealed class TableBody() : Block("tbody", "govuk-table__body");

[HtmlTargetElement("p-row")]
public sealed class TableRow() : Block("tr", "govuk-table__row");

/// <summary><c>&lt;p-cell numeric="true"&gt;</c>: a cell, a header of its row, or in a head a header of its column.</summary>
[HtmlTargetElement("p-cell")]
public sealed class TableCell : TagHelper
{
    /// <summary>Figures stand at the end of the cell, so that they can be compared.</summary>
    public bool Numeric { get; set; }

    /// <summary>Names its row.</summary>
    public bool Header { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var inHead = context.Items.ContainsKey(typeof(TableHead));
        var kind = inHead || Header ? "header" : "cell";
        output.TagName = kind == "header" ? "th" : "td";
        output.Attributes.SetAttribute("class", Words($"govuk-table__{kind}", Numeric ? $"govuk-table__{kind}--numeric" : null, output.Attributes["class"]?.Value.ToString()));
        if (kind == "header")
        {
            output.Attributes.SetAttribute("scope", inHead ? "col" : "row");
        }
    }
}
