using Dowel.Data;
using Npgsql;
using NpgsqlTypes;

namespace Dowel.Postgres;

/// <summary>The parameters of one command: typed objects that stay and take new values.</summary>
/// <remarks>
/// A parameter of a struct type has no null, so a place that has seen a null has a second object of the same type for it, and the one
/// that is needed is put in. The type that the server is told never changes, so the statement stays prepared.
/// </remarks>
internal sealed class PostgresParameters(NpgsqlParameterCollection collection)
{
    private NpgsqlParameterCollection _collection = collection;
    private PostgresPlace[] _places = [];

    /// <summary>Whether a place has taken another type than the statement was prepared with.</summary>
    public bool HasChanged { get; set; }

    /// <summary>Gives a place a value.</summary>
    public void Put<T>(int index, T value, ValueKind kind)
    {
        ref var place = ref PlaceOf(index);
        if (place.Typed is not NpgsqlParameter<T> parameter || place.Kind != kind)
        {
            place.Kind = kind;
            place.Typed = parameter = new() { NpgsqlDbType = PostgresKinds.TypeOf(kind) };
        }

        parameter.TypedValue = value;
        Use(index, ref place, parameter, PostgresKinds.TypeOf(kind));
    }

    /// <summary>Gives a place a null of a type.</summary>
    public void PutNull(int index, NpgsqlDbType type)
    {
        ref var place = ref PlaceOf(index);
        if (place.Null is null || place.Null.NpgsqlDbType != type)
        {
            place.Null = new() { NpgsqlDbType = type, Value = DBNull.Value };
        }

        Use(index, ref place, place.Null, type);
    }

    /// <summary>The column at a place, with what is in it.</summary>
    public PostgresColumn Column(int index, ValueKind kind)
    {
        ref var place = ref PlaceOf(index);
        if (place.Column is { } column && column.Kind == kind)
        {
            return column;
        }

        return place.Column = PostgresColumn.Create(kind);
    }

    /// <summary>Makes a place's column its value.</summary>
    public void PutColumn(int index)
    {
        ref var place = ref PlaceOf(index);
        Use(index, ref place, place.Column!.Parameter, PostgresKinds.ArrayOf(place.Column.Kind));
    }

    /// <summary>Goes over to another command.</summary>
    public void Move(NpgsqlParameterCollection other)
    {
        var parameters = _collection.ToArray();
        _collection.Clear();
        other.AddRange(parameters);
        _collection = other;
        HasChanged = false;
    }

    /// <summary>Forgets all values that hold memory.</summary>
    public void Clear()
    {
        foreach (ref var place in _places.AsSpan())
        {
            place.Column?.Clear();
            switch (place.Typed)
            {
                case NpgsqlParameter<string> text:
                    text.TypedValue = null;
                    break;
                case NpgsqlParameter<ReadOnlyMemory<byte>> bytes:
                    bytes.TypedValue = default;
                    break;
            }
        }
    }

    private void Use(int index, ref PostgresPlace place, NpgsqlParameter parameter, NpgsqlDbType type)
    {
        if (ReferenceEquals(place.Used, parameter))
        {
            return;
        }

        HasChanged |= place.Used is not null && place.UsedType != type;
        place.Used = parameter;
        place.UsedType = type;
        if (index < _collection.Count)
        {
            _collection[index] = parameter;
        }
        else
        {
            _collection.Add(parameter);
        }
    }

    private ref PostgresPlace PlaceOf(int index)
    {
        if (index >= _places.Length)
        {
            Array.Resize(ref _places, index + 1);
        }

        return ref _places[index];
    }
}
