namespace Dowel.Generator.Tests.Queries;

/// <summary>Values of every type go into queries and come out of them.</summary>
public sealed class QueryTypeTests
{
    private const string Types = """
        namespace App;
        public enum Colour { Red, [Label("sea-green")] Green }
        [AsNumber] public enum Level : byte { Low, High }
        public readonly record struct ItemId(Guid Value);
        public readonly record struct Price([Precision(9, 2)] decimal Value);
        public sealed record Note(string Text);
        [System.Text.Json.Serialization.JsonSerializable(typeof(Note))]
        public sealed partial class NoteContext : System.Text.Json.Serialization.JsonSerializerContext
        {
            public NoteContext() : base(null) { }
            public static NoteContext Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }

        [Table("items")]
        public sealed record Item(
            [Key] ItemId Id, [Precision(12, 3)] decimal Weight, [UnixSeconds] DateTimeOffset MadeAt, [AsNumber] Colour Colour,
            [Json(typeof(NoteContext))] Note Note, string[] Tags);

        """;

    [Theory]
    [InlineData("bool", "Boolean")]
    [InlineData("byte", "SmallInt")]
    [InlineData("sbyte", "SmallInt")]
    [InlineData("short", "SmallInt")]
    [InlineData("ushort", "Integer")]
    [InlineData("int", "Integer")]
    [InlineData("uint", "BigInt")]
    [InlineData("long", "BigInt")]
    [InlineData("ulong", "Numeric")]
    [InlineData("float", "Real")]
    [InlineData("double", "DoublePrecision")]
    [InlineData("string", "Text")]
    [InlineData("Guid", "Uuid")]
    [InlineData("DateTimeOffset", "Timestamp")]
    [InlineData("DateTime", "Timestamp")]
    [InlineData("DateOnly", "Date")]
    [InlineData("TimeOnly", "Time")]
    [InlineData("TimeSpan", "Interval")]
    [InlineData("Colour", "Text")]
    [InlineData("Level", "SmallInt")]
    [InlineData("ItemId", "Uuid")]
    [InlineData("Price", "Numeric")]
    public void A_value_of_a_type_a_null_of_it_and_a_list_of_it(string type, string kind)
    {
        var code = Code($$"""
            [Query("select @a, @b where @a in (@c)")]
            public partial ValueTask<({{type}} A, {{type}}? B)> RowAsync({{type}} a, {{type}}? b, IReadOnlyCollection<{{type}}> c, CancellationToken cancellationToken = default);
            [Query("select @a{? where @b in (@c) }")]
            public partial ValueTask<{{type}}?> OneAsync({{type}} a, {{type}}? b, {{type}}[]? c, CancellationToken cancellationToken = default);
            """);
        code.ShouldContain($"parameters.WriteNull(global::Dowel.Data.ValueKind.{kind});");
        code.ShouldContain($", global::Dowel.Data.ValueKind.{kind});");
    }

    [Theory]
    [InlineData("byte[]")]
    [InlineData("ReadOnlyMemory<byte>")]
    public void Bytes_are_values_and_no_lists(string type) => Code(
        $"[Query(\"select @a, @b\")] public partial ValueTask<({type} A, {type}? B)> RowAsync({type} a, {type}? b, CancellationToken cancellationToken = default);");

    [Fact]
    public void Attributes_of_a_parameter_say_how_it_travels()
    {
        var code = Code("""
            [Query("select @seconds, @price, @level, @note")]
            public partial ValueTask RowAsync(
                [UnixSeconds] DateTimeOffset seconds, [Precision(5, 1)] decimal price, [AsNumber] Colour level, [Json(typeof(NoteContext))] Note? note,
                CancellationToken cancellationToken = default);
            """);
        code.ShouldContain("parameters.Write(seconds.ToUnixTimeSeconds());");
        code.ShouldContain("parameters.Write(price, 5, 1);");
        code.ShouldContain("parameters.Write((int)level);");
        code.ShouldContain("parameters.WriteJson(noteValue, NoteJson);");
    }

    [Fact]
    public void A_parameter_named_as_a_property_travels_as_its_column()
    {
        var code = Code("""
            [Query("select {columns} from items where weight > @weight and made_at > @madeAt and colour = @colour and note = @note and tags = @tags")]
            public partial ValueTask<Item?> FindSuchAsync(
                decimal weight, DateTimeOffset? madeAt, Colour colour, Note note, string[] tags, CancellationToken cancellationToken = default);
            """);
        code.ShouldContain("parameters.Write(weight, 12, 3);");
        code.ShouldContain("parameters.Write(madeAtValue.ToUnixTimeSeconds());");
        code.ShouldContain("parameters.Write((int)colour);");
        code.ShouldContain("parameters.WriteJson(note, NoteJson);");
        code.ShouldContain("(tags, global::Dowel.Data.ValueKind.Text);");
    }

    [Fact]
    public void A_parameter_of_that_name_and_another_type_is_itself() =>
        Code("[Query(\"select @madeAt\")] public partial ValueTask RowAsync(long madeAt, CancellationToken cancellationToken = default);").ShouldContain("parameters.Write(madeAt);");

    [Fact]
    public void An_attribute_of_a_result_says_how_it_travels()
    {
        var code = Code("""
            [Query("select sum(weight) from items")]
            [return: Precision(18, 3)]
            public partial ValueTask<decimal?> SumAsync(CancellationToken cancellationToken = default);

            [Query("select max(made_at) from items")]
            [return: UnixSeconds]
            public partial ValueTask<DateTimeOffset> LastAsync(CancellationToken cancellationToken = default);
            """);
        code.ShouldContain("row.IsNull(0) ? null : row.GetDecimal(0, 18, 3)");
        code.ShouldContain("UnixTime.Read(row.GetInt64(0), 0)");
    }

    [Fact]
    public void Names_that_the_code_needs_itself_can_be_parameters() => Code("""
        [Query("select @parameters, @row, @after, @limit, @class")]
        public partial ValueTask<long> OddAsync(
            int parameters, int row, int after, int limit, int @class, CancellationToken cancellationToken = default);
        """);

    [Fact]
    public void Rows_become_structs_classes_and_tuples_that_may_be_missing() => Code("""
        public readonly record struct Pair(long A, string? B);
        public sealed class Plain { public required long A { get; init; } public string? B { get; set; } public int Sum => 1; }
        [Query("select 1, 'a'")] public partial ValueTask<Pair?> PairAsync(CancellationToken cancellationToken = default);
        [Query("select 1, 'a'")] public partial Task<Plain?> PlainAsync(CancellationToken cancellationToken = default);
        [Query("select 1, 'a'")] public partial IAsyncEnumerable<(long, string?)> TuplesAsync(CancellationToken cancellationToken = default);
        [Query("select null union all select 'a'")] public partial ValueTask<IReadOnlyList<string?>> TextsAsync(CancellationToken cancellationToken = default);
        [Query("select 1, 'a' order by 1")] public partial ValueTask<Page<Pair>> PageAsync(PageRequest limit, CancellationToken offset = default);
        [Query("select 1 as a, 'a' as b", OrderBy = ["-B", "A"])] public partial Task<CursorPage<Pair>> AfterAsync(CursorRequest after, CancellationToken rows = default);
        """);

    private static string Code(string members) =>
        Source.Generate($"{Types}[Repository<Item>]\npublic sealed partial class ItemRepository\n{{\n{members}\n}}").Code();
}
