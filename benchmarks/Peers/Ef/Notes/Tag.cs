namespace Dowel.Peers;

/// <summary>A word that a note is filed under.</summary>
public sealed class Tag
{
    /// <summary>Its number.</summary>
    public int Id { get; set; }

    /// <summary>The note.</summary>
    public int NoteId { get; set; }

    /// <summary>The word.</summary>
    public string Text { get; set; } = "";
}
