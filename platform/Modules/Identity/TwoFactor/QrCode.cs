using QRCoder;

namespace Platform.Modules.Identity.TwoFactor;

/// <summary>QR codes as pictures that need no script and no second request.</summary>
internal static class QrCode
{
    private const int PixelsPerModule = 6;

    /// <returns>A <c>data:</c> URL of a PNG.</returns>
    public static string ToDataUrl(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(png.GetGraphic(PixelsPerModule))}";
    }
}
