using System.Collections;

namespace Platform.Core.Feel;

/// <summary>The first items of a list that only ever grows at its end.</summary>
internal sealed class Prefix(List<object?> list, int count) : IReadOnlyList<object?>
{
    public int Count => count;

    public object? this[int index] => index < count ? list[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<object?> GetEnumerator() => list.Take(count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
