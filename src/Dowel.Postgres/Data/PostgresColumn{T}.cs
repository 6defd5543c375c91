using Dowel.Data;

namespace Dowel.Postgres;

/// <summary>A column of values of a type.</summary>
internal abstract class PostgresColumn<T>(ValueKind kind) : PostgresColumn(kind)
{
    /// <summary>How many values a list may keep room for between two statements.</summary>
    protected const int KeptMax = 1 << 16;

    /// <summary>Adds a value.</summary>
    public abstract void Add(T value);
}
