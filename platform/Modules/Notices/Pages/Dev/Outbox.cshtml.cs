using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Modules.Notices.Folder;

namespace Platform.Modules.Notices.Pages.Dev;

/// <summary>The folder of a demonstration, newest first. Exists in Development only, and shows something only with <c>--demo</c>.</summary>
[Authorize]
internal sealed class OutboxModel(OutboxFolder folder) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<(string Name, string Content)> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (folder.Path is not { } path)
        {
            return NotFound();
        }

        var newest = Directory.Exists(path) ? new DirectoryInfo(path).GetFiles().OrderByDescending(f => f.LastWriteTimeUtc).Take(Most).ToList() : [];
        var files = new List<(string, string)>();
        foreach (var file in newest)
        {
            files.Add((file.Name, await System.IO.File.ReadAllTextAsync(file.FullName, cancellationToken)));
        }

        Files = files;
        return Page();
    }
}
