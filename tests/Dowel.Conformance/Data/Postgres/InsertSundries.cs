using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Inserts rows with a column of each kind.</summary>
internal readonly struct InsertSundries(bool copies, string note) : IManyCommand<Sundry>
{
    private const string Columns = "id, flag, small, medium, single, double, money, text, bytes, uuid, at, day, time, span, json, note";

    private delegate void Writing<T, TWriter>(T value, ref TWriter writer);

    private static readonly Statement Unnest = new(
        "Tests.InsertSundriesAsync", "", $"insert into sundries ({Columns}) select *, $16 from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)");

    /// <inheritdoc/>
    public Statement Statement => Unnest;

    /// <inheritdoc/>
    public string? Copy => copies ? $"copy sundries ({Columns}) from stdin (format binary)" : null;

    /// <inheritdoc/>
    public void BindItem<TWriter>(Sundry item, ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        parameters.Write(item.Id);
        Put(item.Flag, ValueKind.Boolean, ref parameters, static (bool value, ref TWriter writer) => writer.Write(value));
        Put(item.Small, ValueKind.SmallInt, ref parameters, static (short value, ref TWriter writer) => writer.Write(value));
        Put(item.Medium, ValueKind.Integer, ref parameters, static (int value, ref TWriter writer) => writer.Write(value));
        Put(item.Single, ValueKind.Real, ref parameters, static (float value, ref TWriter writer) => writer.Write(value));
        Put(item.Double, ValueKind.DoublePrecision, ref parameters, static (double value, ref TWriter writer) => writer.Write(value));
        Put(item.Money, ValueKind.Numeric, ref parameters, static (decimal value, ref TWriter writer) => writer.Write(value, 28, 10));
        PutObject(item.Text, ValueKind.Text, ref parameters, static (string value, ref TWriter writer) => writer.Write(value));
        PutObject(item.Bytes, ValueKind.Bytes, ref parameters, static (byte[] value, ref TWriter writer) => writer.Write(value));
        Put(item.Uuid, ValueKind.Uuid, ref parameters, static (Guid value, ref TWriter writer) => writer.Write(value));
        Put(item.At, ValueKind.Timestamp, ref parameters, static (DateTimeOffset value, ref TWriter writer) => writer.Write(value));
        Put(item.Day, ValueKind.Date, ref parameters, static (DateOnly value, ref TWriter writer) => writer.Write(value));
        Put(item.Time, ValueKind.Time, ref parameters, static (TimeOnly value, ref TWriter writer) => writer.Write(value));
        Put(item.Span, ValueKind.Interval, ref parameters, static (TimeSpan value, ref TWriter writer) => writer.Write(value));
        PutObject(
            item.Json, ValueKind.Json, ref parameters,
            static (Dictionary<string, string> value, ref TWriter writer) => writer.WriteJson(value, SundryJson.Default.DictionaryStringString));
    }

    /// <inheritdoc/>
    public void BindShared<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.Write(note);

    private static void Put<T, TWriter>(T? value, ValueKind kind, ref TWriter parameters, Writing<T, TWriter> write)
        where T : struct
        where TWriter : struct, IParameterWriter
    {
        if (value is { } it)
        {
            write(it, ref parameters);
        }
        else
        {
            parameters.WriteNull(kind);
        }
    }

    private static void PutObject<T, TWriter>(T? value, ValueKind kind, ref TWriter parameters, Writing<T, TWriter> write)
        where T : class
        where TWriter : struct, IParameterWriter
    {
        if (value is null)
        {
            parameters.WriteNull(kind);
        }
        else
        {
            write(value, ref parameters);
        }
    }
}
