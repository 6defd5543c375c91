using System.Text.RegularExpressions;

namespace Dowel.Generator.Tests;

/// <summary>Every type that has a place in a database: how it is read, how it is written, what it is called.</summary>
public sealed class TypeTests
{
    private const string Others = """
        public enum Role { Owner, [Label("read-only")] Viewer, Guest = Viewer }
        public enum Level : byte { Low = 1, High = 2 }
        [AsNumber] public enum Code : ulong { None }
        public readonly record struct UserId(long Value);
        public readonly record struct Slug(string Text);
        public readonly record struct Money([Precision(12, 2)] decimal Amount);
        public sealed record Settings(string Theme);
        public sealed class Json : System.Text.Json.Serialization.JsonSerializerContext
        {
            private Json() : base(null) { }
            public static Json Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;

    [Theory]
    [InlineData("bool", "row.GetBoolean(1)", "parameters.Write(row.Value)", "boolean")]
    [InlineData("byte", "ToByte(row.GetInt16(1), 1)", "parameters.Write(row.Value)", "smallint")]
    [InlineData("sbyte", "ToSbyte(row.GetInt16(1), 1)", "parameters.Write(row.Value)", "smallint")]
    [InlineData("short", "row.GetInt16(1)", "parameters.Write(row.Value)", "smallint")]
    [InlineData("ushort", "ToUshort(row.GetInt32(1), 1)", "parameters.Write(row.Value)", "integer")]
    [InlineData("int", "row.GetInt32(1)", "parameters.Write(row.Value)", "integer")]
    [InlineData("uint", "ToUint(row.GetInt64(1), 1)", "parameters.Write(row.Value)", "bigint")]
    [InlineData("long", "row.GetInt64(1)", "parameters.Write(row.Value)", "bigint")]
    [InlineData("ulong", "ToUlong(row.GetDecimal(1, 20, 0), 1)", "parameters.Write(row.Value, 20, 0)", "numeric(20,0)")]
    [InlineData("float", "row.GetSingle(1)", "parameters.Write(row.Value)", "real")]
    [InlineData("double", "row.GetDouble(1)", "parameters.Write(row.Value)", "double")]
    [InlineData("[Precision(28, 10)] decimal", "row.GetDecimal(1, 28, 10)", "parameters.Write(row.Value, 28, 10)", "numeric(28,10)")]
    [InlineData("string", "row.GetString(1)", "parameters.Write(row.Value)", "text")]
    [InlineData("byte[]", "row.GetBytes(1)", "parameters.Write(row.Value)", "bytes")]
    [InlineData("ReadOnlyMemory<byte>", "new global::System.ReadOnlyMemory<byte>(row.GetBytes(1))", "parameters.Write(row.Value)", "bytes")]
    [InlineData("Guid", "row.GetGuid(1)", "parameters.Write(row.Value)", "uuid")]
    [InlineData("DateTimeOffset", "row.GetDateTimeOffset(1)", "parameters.Write(row.Value)", "timestamp")]
    [InlineData("DateTime", "row.GetDateTime(1)", "parameters.Write(row.Value)", "timestamp")]
    [InlineData("DateOnly", "row.GetDateOnly(1)", "parameters.Write(row.Value)", "date")]
    [InlineData("TimeOnly", "row.GetTimeOnly(1)", "parameters.Write(row.Value)", "time")]
    [InlineData("TimeSpan", "row.GetTimeSpan(1)", "parameters.Write(row.Value)", "interval")]
    [InlineData("[UnixSeconds] DateTimeOffset", "global::System.DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(1))", "parameters.Write(row.Value.ToUnixTimeSeconds())", "bigint")]
    [InlineData("Role", "row.GetEnum(1, RoleLabels)", "parameters.Write(row.Value, RoleLabels)", "text")]
    [InlineData("[AsNumber] Level", "(global::Level)ToByte(row.GetInt16(1), 1)", "parameters.Write((byte)row.Value)", "smallint")]
    [InlineData("Code", "(global::Code)ToUlong(row.GetDecimal(1, 20, 0), 1)", "parameters.Write((ulong)row.Value, 20, 0)", "numeric(20,0)")]
    [InlineData("UserId", "new global::UserId(row.GetInt64(1))", "parameters.Write(row.Value.Value)", "bigint")]
    [InlineData("Slug", "new global::Slug(row.GetString(1))", "parameters.Write(row.Value.Text)", "text")]
    [InlineData("Money", "new global::Money(row.GetDecimal(1, 12, 2))", "parameters.Write(row.Value.Amount, 12, 2)", "numeric(12,2)")]
    [InlineData("[Json(typeof(Json))] Settings", "row.GetJson(1, SettingsJson)", "parameters.WriteJson(row.Value, SettingsJson)", "json")]
    [InlineData("[Json(typeof(Json))] int[]", "row.GetJson(1, IntJson)", "parameters.WriteJson(row.Value, IntJson)", "json")]
    [InlineData("long[]", "row.GetArray<long>(1)", "parameters.WriteList<long, LongElement>(row.Value, global::Dowel.Data.ValueKind.BigInt)", "bigint[]")]
    [InlineData("IReadOnlyList<Guid>", "row.GetArray<global::System.Guid>(1)", "parameters.WriteList<global::System.Guid, GuidElement>(row.Value, global::Dowel.Data.ValueKind.Uuid)", "uuid[]")]
    public void A_type(string type, string read, string write, string word)
    {
        var (code, contract) = Generate(type);

        code.ShouldContain($"            {read});\n");
        code.ShouldContain($"            {write};\n");
        contract.ShouldContain($"\"property\": \"Value\", \"type\": \"{word}\", \"nullable\": false");
        var (nullable, other) = Generate(type + "?");
        nullable.ShouldMatch($@"            row\.IsNull\(1\) \? (null|default\([\w.:<>]+\?\)) : {Regex.Escape(read)}\);\n");
        nullable.ShouldContain("if (row.Value is { } value)\n");
        nullable.ShouldContain($"                {write.Replace("row.Value", "value", StringComparison.Ordinal)};\n");
        nullable.ShouldMatch(@"                parameters\.WriteNull(List)?\(global::Dowel\.Data\.ValueKind\.");
        other.ShouldContain($"\"property\": \"Value\", \"type\": \"{word}\", \"nullable\": true");
    }

    [Theory]
    [InlineData("bool")]
    [InlineData("byte")]
    [InlineData("ulong")]
    [InlineData("[Precision(9, 2)] decimal")]
    [InlineData("string")]
    [InlineData("byte[]")]
    [InlineData("Guid")]
    [InlineData("DateTime")]
    [InlineData("[UnixSeconds] DateTimeOffset")]
    [InlineData("Role")]
    [InlineData("[AsNumber] Level")]
    [InlineData("UserId")]
    [InlineData("Money")]
    public void A_key_of_any_type_finds_lists_and_upserts(string type) => Source.Generate($$"""
        [Table("rows")] public sealed record Row([Key] {{type}} Id, [Unique] {{type}}? Other, int Number);
        [Repository<Row>(OrderBy = ["-Other"])] public sealed partial class RowRepository;
        {{Others}}
        """);

    // A struct that null converts to is not its nullable's null.
    [Theory]
    [InlineData("ReadOnlyMemory<byte>", "default(global::System.ReadOnlyMemory<byte>?)")]
    [InlineData("Slug", "default(global::Slug?)")]
    public void A_null_is_the_nullables_own(string type, string expected) =>
        Generate(type + "?").Code.ShouldContain($"row.IsNull(1) ? {expected} : ");

    [Fact]
    public void Labels_are_the_attributes_or_snake_case_and_a_second_name_of_a_number_has_none() => Generate("Role").Code.ShouldContain("""
        RoleLabels = new(
                (global::Role.Owner, "owner"),
                (global::Role.Viewer, "read-only"));
        """);

    [Theory]
    [InlineData("LastLoginAt", "last_login_at")]
    [InlineData("ID", "id")]
    [InlineData("HTTPCode2", "http_code2")]
    [InlineData("Ability1", "ability1")]
    [InlineData("Item_4", "item_4")]
    [InlineData("UserIDs", "user_i_ds")]
    [InlineData("Élan", "élan")]
    public void A_property_is_a_column_in_snake_case(string property, string column) => Names.Snake(property).ShouldBe(column);

    private static (string Code, string Contract) Generate(string type)
    {
        var result = Source.Generate($$"""
            [Table("rows")] public sealed record Row([Key] int Id, {{type}} Value);
            [Repository<Row>] public sealed partial class RowRepository;
            {{Others}}
            """);
        return (result.Code(), result.Code("contract.g.cs"));
    }
}
