namespace Dowel.Data;

/// <summary>What an upsert did.</summary>
public enum UpsertResult
{
    /// <summary>There was no such row; there is now.</summary>
    Inserted,

    /// <summary>The row was there and has the new values.</summary>
    Updated,

    /// <summary>The row was there and stays as it is: the guard refused, or it belongs to another owner.</summary>
    Unchanged,
}
