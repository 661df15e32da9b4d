namespace Platform.Core.Texts;

/// <summary>A text of the pack that a person reads.</summary>
/// <param name="Address">Where it stands, for example <c>service/birth-registration#form.child.name.label</c>; the <c>msgctxt</c> of its translations.</param>
/// <param name="Source">The wording in the pack's source language; the <c>msgid</c> of its translations.</param>
public readonly record struct PackText(string Address, string Source);
