namespace Dowel.Postgres;

/// <summary>What the driver threw.</summary>
/// <param name="Error">The driver's exception.</param>
/// <param name="Columns">The columns of the key that it names, if it does.</param>
internal readonly record struct PostgresFailure(Exception Error, IReadOnlyList<string> Columns);
