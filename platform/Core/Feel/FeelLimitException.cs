using System.Globalization;

namespace Platform.Core.Feel;

/// <summary>Ends an evaluation that costs too much; becomes null with its reason before anybody outside sees it.</summary>
internal sealed class FeelLimitException(string format, int limit)
    : Exception(string.Format(CultureInfo.InvariantCulture, format, limit));
