namespace Dowel.Schema;

/// <summary>A key or a rule of a table.</summary>
/// <remarks><see cref="ObjectModel.Create"/> and <see cref="ObjectModel.Drop"/> are the <c>alter table</c> statements; empty on SQLite, which has none.</remarks>
/// <param name="Key">Its name; on SQLite one without a name has an empty <see cref="ObjectKey.Part"/>, and several may.</param>
/// <param name="Kind">What it demands.</param>
/// <param name="Columns">Its columns in their order; of a check those that it mentions.</param>
internal sealed record ConstraintModel(ObjectKey Key, ConstraintKind Kind, IReadOnlyList<string> Columns) : ObjectModel(Key)
{
    /// <summary>What follows its name: <c>foreign key (user_id) references users (id) on delete cascade</c>.</summary>
    public string Definition { get; init; } = "";

    /// <summary>What a foreign key refers to; null for others.</summary>
    public ReferenceModel? Reference { get; init; }

    /// <summary>Whether rows that were there before it have been checked.</summary>
    public bool IsValidated { get; init; } = true;

    /// <summary>Its own name; empty where it has none.</summary>
    public string Name => Key.Part ?? "";
}
