using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A column of text.</summary>
internal sealed class PostgresTextColumn() : PostgresColumn<string>(ValueKind.Text)
{
    private readonly NpgsqlParameter<List<string?>> _parameter = new() { NpgsqlDbType = PostgresKinds.ArrayOf(ValueKind.Text) };
    private List<string?> _values = [];

    /// <inheritdoc/>
    public override NpgsqlParameter Parameter
    {
        get
        {
            _parameter.TypedValue = _values;
            return _parameter;
        }
    }

    /// <inheritdoc/>
    public override void Add(string value) => _values.Add(value);

    /// <inheritdoc/>
    public override void AddNull() => _values.Add(null);

    /// <inheritdoc/>
    public override void Clear()
    {
        if (_values.Capacity > KeptMax)
        {
            _values = [];
            _parameter.TypedValue = null;
        }

        _values.Clear();
    }
}
