namespace Dowel.Peers;

/// <summary>A note of the sample application.</summary>
public sealed class Note
{
    /// <summary>Its number.</summary>
    public int Id { get; set; }

    /// <summary>What it says.</summary>
    public string Body { get; set; } = "";

    /// <summary>What it is filed under.</summary>
    public List<Tag> Tags { get; } = [];
}
