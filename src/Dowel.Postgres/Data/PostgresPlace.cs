using Dowel.Data;
using Npgsql;
using NpgsqlTypes;

namespace Dowel.Postgres;

/// <summary>One parameter's place in a command, with the objects that can stand in it.</summary>
internal struct PostgresPlace
{
    /// <summary>The object for values.</summary>
    public NpgsqlParameter? Typed;

    /// <summary>The object for nulls.</summary>
    public NpgsqlParameter? Null;

    /// <summary>The array, where the place takes one.</summary>
    public PostgresColumn? Column;

    /// <summary>The object that stands in it now.</summary>
    public NpgsqlParameter? Used;

    /// <summary>What the server is told that its type is.</summary>
    public NpgsqlDbType UsedType;

    /// <summary>The kind of <see cref="Typed"/>.</summary>
    public ValueKind Kind;
}
