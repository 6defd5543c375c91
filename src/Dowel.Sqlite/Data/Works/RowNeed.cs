namespace Dowel.Sqlite;

/// <summary>Whether a query must give a row.</summary>
internal enum RowNeed
{
    /// <summary>It may give none.</summary>
    Optional,

    /// <summary>None is an error.</summary>
    Required,
}
