using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A column of values that are structs. It turns to nullable ones at the first null.</summary>
internal sealed class PostgresValueColumn<T>(ValueKind kind) : PostgresColumn<T>(kind)
    where T : struct
{
    private readonly NpgsqlParameter<List<T>> _parameter = new() { NpgsqlDbType = PostgresKinds.ArrayOf(kind) };
    private NpgsqlParameter<List<T?>>? _nullableParameter;
    private List<T> _values = [];
    private List<T?>? _nullable;

    /// <inheritdoc/>
    public override NpgsqlParameter Parameter
    {
        get
        {
            if (_nullable is null)
            {
                _parameter.TypedValue = _values;
                return _parameter;
            }

            _nullableParameter ??= new() { NpgsqlDbType = PostgresKinds.ArrayOf(Kind) };
            _nullableParameter.TypedValue = _nullable;
            return _nullableParameter;
        }
    }

    /// <inheritdoc/>
    public override void Add(T value)
    {
        if (_nullable is null)
        {
            _values.Add(value);
        }
        else
        {
            _nullable.Add(value);
        }
    }

    /// <inheritdoc/>
    public override void AddNull()
    {
        if (_nullable is null)
        {
            _nullable = new(_values.Capacity);
            foreach (var value in _values)
            {
                _nullable.Add(value);
            }

            _values.Clear();
        }

        _nullable.Add(null);
    }

    // A column that has had a null is likely to have one again, so it stays nullable.
    /// <inheritdoc/>
    public override void Clear()
    {
        if (_values.Capacity > KeptMax || _nullable?.Capacity > KeptMax)
        {
            _values = [];
            _nullable = null;
            _parameter.TypedValue = null;
            _nullableParameter = null;
        }

        _values.Clear();
        _nullable?.Clear();
    }
}
