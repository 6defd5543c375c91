using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>Sends JSON and reads it back.</summary>
internal readonly struct JsonQuery(string sql, string[] value) : IQuery<string[]>
{
    private static readonly JsonTypeInfo<string[]> Type = (JsonTypeInfo<string[]>)JsonSerializerOptions.Default.GetTypeInfo(typeof(string[]));

    public Statement Statement => TestCommand.For(sql);

    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.WriteJson(value, Type);

    public static string[] Read<TRow>(in TRow row)
        where TRow : struct, IRow => row.GetJson(0, Type);
}
