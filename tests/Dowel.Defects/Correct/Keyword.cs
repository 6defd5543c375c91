using Dowel.Data;

namespace Dowel.Defects;

/// <summary>Columns that are called like words of the language.</summary>
public sealed record Keyword([Column("select")] string First, [Column("from")] int Second, string Order);
