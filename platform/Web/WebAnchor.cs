namespace Platform.Web;

/// <summary>Names this assembly.</summary>
public static class WebAnchor;
