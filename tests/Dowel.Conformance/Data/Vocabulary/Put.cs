using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Inserts numbered values into a table; on PostgreSQL by <c>unnest</c>, or where that is worth it and allowed by <c>copy</c>.</summary>
internal readonly struct Put<T>(string table, bool mayCopy) : IManyCommand<(long Id, Optional<T> Value)>
{
    /// <inheritdoc/>
    public Statement Statement => Texts.Of(
        $"insert into {table} values (?1, ?2)",
        $"insert into {table} select * from unnest($1::bigint[], $2::{Kind.Of<T>().Postgres}[])");

    /// <inheritdoc/>
    public string? Copy => mayCopy ? $"copy {table} from stdin (format binary)" : null;

    /// <inheritdoc/>
    public void BindItem<TWriter>((long Id, Optional<T> Value) item, ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        parameters.Write(item.Id);
        if (item.Value.HasValue)
        {
            Value.Write(item.Value.Value, ref parameters);
        }
        else
        {
            parameters.WriteNull(Kind.Of<T>().Value);
        }
    }

    /// <inheritdoc/>
    public void BindShared<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
    }
}
