namespace Platform.Core.Packs;

/// <summary>A part of a service's definition that one module owns: <c>form</c>, <c>workflow</c>, <c>fees</c>, <c>documents</c>.</summary>
public interface IPackSection<TSelf> where TSelf : class
{
    /// <summary>Reads the section from the merged definition. Mistakes go to <see cref="SectionContext.Problems"/>, all at once; null when nothing can be made of it.</summary>
    static abstract TSelf? Read(PackNode node, SectionContext context);
}
