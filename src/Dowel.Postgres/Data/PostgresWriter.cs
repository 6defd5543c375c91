using System.Text.Json.Serialization.Metadata;
using Dowel.Data;
using NpgsqlTypes;

namespace Dowel.Postgres;

/// <summary>Checks values and brings them into their raw form, wherever they go.</summary>
/// <typeparam name="TSink">Where to; a struct, so that each is compiled by itself and nothing is boxed.</typeparam>
internal struct PostgresWriter<TSink>(TSink sink) : IParameterWriter
    where TSink : struct, IPostgresSink
{
    /// <summary>Where the values go.</summary>
    public TSink Sink = sink;

    /// <inheritdoc/>
    public void WriteNull(ValueKind kind) => Sink.PutNull(kind);

    /// <inheritdoc/>
    public void Write(bool value) => Sink.Put(value, ValueKind.Boolean);

    /// <inheritdoc/>
    public void Write(short value) => Sink.Put(value, ValueKind.SmallInt);

    /// <inheritdoc/>
    public void Write(int value) => Sink.Put(value, ValueKind.Integer);

    /// <inheritdoc/>
    public void Write(long value) => Sink.Put(value, ValueKind.BigInt);

    /// <inheritdoc/>
    public void Write(float value)
    {
        PostgresChecks.Number(value);
        Sink.Put(value, ValueKind.Real);
    }

    /// <inheritdoc/>
    public void Write(double value)
    {
        PostgresChecks.Number(value);
        Sink.Put(value, ValueKind.DoublePrecision);
    }

    /// <inheritdoc/>
    public void Write(decimal value, int precision, int scale) => Sink.Put(PostgresChecks.Digits(value, precision, scale), ValueKind.Numeric);

    /// <inheritdoc/>
    public void Write(string value)
    {
        PostgresChecks.Text(value);
        Sink.Put(value, ValueKind.Text);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlyMemory<byte> value) => Sink.Put(value, ValueKind.Bytes);

    /// <inheritdoc/>
    public void Write(Guid value) => Sink.Put(value, ValueKind.Uuid);

    /// <inheritdoc/>
    public void Write(DateTimeOffset value) => Sink.Put(PostgresTimes.ToTimestamp(value.UtcTicks), ValueKind.Timestamp);

    /// <inheritdoc/>
    public void Write(DateTime value)
    {
        PostgresChecks.Utc(value);
        Sink.Put(PostgresTimes.ToTimestamp(value.Ticks), ValueKind.Timestamp);
    }

    /// <inheritdoc/>
    public void Write(DateOnly value) => Sink.Put(PostgresTimes.ToDate(value), ValueKind.Date);

    /// <inheritdoc/>
    public void Write(TimeOnly value) => Sink.Put(PostgresTimes.ToTime(value), ValueKind.Time);

    /// <inheritdoc/>
    public void Write(TimeSpan value) => Sink.Put(new NpgsqlInterval(0, 0, PostgresTimes.ToInterval(value)), ValueKind.Interval);

    /// <inheritdoc/>
    public void Write<TEnum>(TEnum value, EnumLabels<TEnum> labels)
        where TEnum : struct, Enum => Sink.Put(labels.TextOf(value), ValueKind.Text);

    /// <inheritdoc/>
    public void WriteJson<T>(T value, JsonTypeInfo<T> type) =>
        Sink.Put<ReadOnlyMemory<byte>>(PostgresChecks.Json(value, type), ValueKind.Json);

    /// <inheritdoc/>
    public void WriteNullList(ValueKind kind) => Sink.PutNullList(kind);

    /// <inheritdoc/>
    public void WriteList<T, TElement>(IReadOnlyCollection<T> values, ValueKind kind)
        where TElement : struct, IElement<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        Sink.PutList<T, TElement>(values, kind);
    }
}
