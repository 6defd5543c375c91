namespace Dowel.Migrations;

/// <summary>A token that was replaced: the same stretch in both texts.</summary>
/// <param name="Original">The token in the file's text.</param>
/// <param name="Expanded">Its value in the expanded text; may be empty.</param>
internal readonly record struct TokenEdit(TextSpan Original, TextSpan Expanded);
