using System.Collections;
using System.Diagnostics.CodeAnalysis;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Iterators;
using HandlebarsDotNet.MemberAccessors;
using HandlebarsDotNet.ObjectDescriptors;
using HandlebarsDotNet.PathStructure;

namespace Platform.Core.Templates;

/// <summary>Closes objects to templates: only dictionaries have members, lists can be walked, nothing is reached by reflection.</summary>
internal sealed class TemplateMembers : IObjectDescriptorProvider, IMemberAccessor, IIterator
{
    public bool TryGetDescriptor(Type type, out ObjectDescriptor value)
    {
        var isMap = type.IsAssignableTo(typeof(IDictionary));
        IIterator items = type == typeof(List<object?>) ? new ListIterator<List<object?>, object?>() : this;
        value = isMap ? ObjectDescriptor.Empty : new(type, this, (_, _) => Array.Empty<object>(), _ => items);
        return !isMap;
    }

    public bool TryGetValue(object instance, ChainSegment memberName, [NotNullWhen(true)] out object? value)
    {
        value = null;
        return false;
    }

    /// <summary>What is no list has no items.</summary>
    public void Iterate(in EncodedTextWriter writer, BindingContext context, ChainSegment[] blockParamsVariables, object input, TemplateDelegate template, TemplateDelegate ifEmpty) =>
        ifEmpty(writer, context);
}
