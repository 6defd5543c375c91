namespace Dowel.Contracts;

/// <summary>A key or a rule of a record's table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">What follows the name: <c>unique (email)</c>.</param>
internal sealed record RecordConstraint(string Name, string Definition)
{
    /// <summary>The table that a foreign key refers to; null for others.</summary>
    public string? Target { get; init; }
}
