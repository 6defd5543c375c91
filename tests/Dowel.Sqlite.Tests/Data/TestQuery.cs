using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>A query of one column as a repository would have it.</summary>
internal readonly struct TestQuery<T>(string sql, params object?[] values) : IQuery<T>
{
    public Statement Statement => TestCommand.For(sql);

    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => TestCommand.Bind(values, ref parameters);

    public static T Read<TRow>(in TRow row)
        where TRow : struct, IRow => (T)(typeof(T) switch
        {
            var type when type == typeof(bool) => (object)row.GetBoolean(0),
            var type when type == typeof(short) => row.GetInt16(0),
            var type when type == typeof(int) => row.GetInt32(0),
            var type when type == typeof(long) => row.GetInt64(0),
            var type when type == typeof(float) => row.GetSingle(0),
            var type when type == typeof(double) => row.GetDouble(0),
            var type when type == typeof(string) => row.GetString(0),
            var type when type == typeof(byte[]) => row.GetBytes(0),
            var type when type == typeof(Guid) => row.GetGuid(0),
            var type when type == typeof(DateTimeOffset) => row.GetDateTimeOffset(0),
            var type when type == typeof(DateTime) => row.GetDateTime(0),
            var type when type == typeof(DateOnly) => row.GetDateOnly(0),
            var type when type == typeof(TimeOnly) => row.GetTimeOnly(0),
            var type when type == typeof(TimeSpan) => row.GetTimeSpan(0),
            _ => throw new NotSupportedException(typeof(T).Name),
        });
}
