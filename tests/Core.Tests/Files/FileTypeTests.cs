using System.IO.Compression;
using System.Text;
using Platform.Core.Files;

namespace Platform.Core.Tests.Files;

public sealed class FileTypeTests
{
    [Theory]
    [InlineData("25504446 2D312E37", "pdf")]
    [InlineData("FFD8FFE0 00104A46", "jpg")]
    [InlineData("89504E47 0D0A1A0A", "png")]
    [InlineData("47494638 39610100", "gif")]
    [InlineData("52494646 24000000 57454250 56503820", "webp")]
    [InlineData("00000018 66747970 68656963 00000000", "heic")]
    [InlineData("00000018 66747970 6D696631 00000000", "heic")]
    [InlineData("00000018 66747970 69736F6D 00000000", "bin")] // an MP4 film
    [InlineData("52494646 24000000 57415645", "bin")] // a WAVE sound
    [InlineData("3C68746D 6C3E", "bin")]
    [InlineData("4D5A9000", "bin")]
    [InlineData("", "bin")]
    [InlineData("FF", "bin")]
    [InlineData("52494646", "bin")]
    public void The_content_tells(string hex, string extension) =>
        Assert.Equal(extension, FileType.Of(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))).Extension);

    [Theory]
    [InlineData("docx", "[Content_Types].xml", "_rels/.rels", "word/document.xml")]
    [InlineData("xlsx", "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData("zip", "[Content_Types].xml", "other/part.xml")]
    [InlineData("zip", "notes.txt", "word/not-office.txt")]
    public void Office_files_are_told_from_other_archives(string extension, params string[] entries) =>
        Assert.Equal(extension, FileType.Of(Zip(entries)).Extension);

    [Fact]
    public void An_open_document_says_so_in_its_first_entry()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open())
        {
            entry.Write("application/vnd.oasis.opendocument.text"u8);
        }

        Assert.Equal(FileType.Odt, FileType.Of(bytes.ToArray()));
    }

    private static byte[] Zip(string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes("<xml/>"));
            }
        }

        return bytes.ToArray();
    }
}
