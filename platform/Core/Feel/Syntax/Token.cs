namespace Platform.Core.Feel.Syntax;

internal enum TokenKind
{
    Word,
    Number,
    Text,
    At,
    Sign,
    End,
}

/// <param name="Text">As written; for a text or an at-literal what its quotes hold.</param>
/// <param name="Start">Offset of its first character.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    public bool IsSign(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;

    /// <summary>May be a part of a name with spaces or signs in it.</summary>
    public bool InName => Kind is TokenKind.Word or TokenKind.Number || (Kind == TokenKind.Sign && Text is "+" or "-" or "*" or "/" or "." or "'" or "**");

    /// <summary>How a sentence names it.</summary>
    public string Shown => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Text => $"\"{Text}\"",
        TokenKind.At => $"@\"{Text}\"",
        _ => Text,
    };
}
