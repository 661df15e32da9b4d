using Xunit.Sdk;

namespace Platform.Browser.Tests.Kit;

/// <summary>How somebody looks at the site.</summary>
/// <param name="Language">Tag of a language of the site, as it stands first in the path.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Script">Whether the browser runs scripts.</param>
public sealed record Screen(string Language, int Width, bool Script) : IXunitSerializable
{
    public const int Phone = 360;
    public const int Desktop = 1280;

    public Screen()
        : this("en", Desktop, true)
    {
    }

    public string Language { get; private set; } = Language;

    public int Width { get; private set; } = Width;

    public bool Script { get; private set; } = Script;

    /// <summary>
    /// Every pair of language, width and script at least once: what breaks with three of them breaks with two. All eight where
    /// <c>PLATFORM_TEST_SCREENS</c> is <c>all</c>.
    /// </summary>
    public static TheoryData<Screen> Pairs => Environment.GetEnvironmentVariable("PLATFORM_TEST_SCREENS") == "all" ? All :
        [new Screen("lo", Phone, false), new Screen("lo", Desktop, true), new Screen("en", Phone, true), new Screen("en", Desktop, false)];

    /// <summary>The two that differ most.</summary>
    public static TheoryData<Screen> Ends => [new Screen("lo", Phone, false), new Screen("en", Desktop, true)];

    /// <summary>The languages made for finding texts that are too long and pages that do not turn around.</summary>
    public static TheoryData<Screen> Pseudo => [new Screen("ar-XB", Phone, true), new Screen("ar-XB", Desktop, true), new Screen("qps-ploc", Phone, true), new Screen("qps-ploc", Desktop, true)];

    /// <summary>One of each of those languages: for journeys, which take long.</summary>
    public static TheoryData<Screen> Strange => [new Screen("ar-XB", Phone, true), new Screen("qps-ploc", Desktop, false)];

    /// <summary>For pages on which little can go wrong: narrow and Lao, wide and turned around.</summary>
    public static TheoryData<Screen> Apart => [new Screen("lo", Phone, false), new Screen("ar-XB", Desktop, true)];

    private static TheoryData<Screen> All =>
        [.. from language in new[] { "lo", "en" } from width in new[] { Phone, Desktop } from script in new[] { false, true } select new Screen(language, width, script)];

    public string Folder => $"{Language}-{Width}";

    public override string ToString() => $"{Language}, {Width} px, {(Script ? "with" : "without")} script";

    public void Deserialize(IXunitSerializationInfo info) =>
        (Language, Width, Script) = (info.GetValue<string>("language")!, info.GetValue<int>("width"), info.GetValue<bool>("script"));

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue("language", Language);
        info.AddValue("width", Width);
        info.AddValue("script", Script);
    }
}
