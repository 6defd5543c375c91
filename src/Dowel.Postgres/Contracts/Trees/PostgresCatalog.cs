using System.Globalization;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>What the numbers in the server's trees mean: types, functions, operators, columns, and the trees of views.</summary>
internal sealed class PostgresCatalog
{
    private const string Types = "select oid::text, format_type(coalesce(nullif(typbasetype, 0), oid), null) from pg_type";
    private const string Functions = "select oid::text, proname::text from pg_proc where pronamespace = 'pg_catalog'::regnamespace";
    private const string Operators = "select oid::text, oprname::text from pg_operator where oprnamespace = 'pg_catalog'::regnamespace";

    private const string Columns = """
        select a.attrelid::text, a.attnum::text, a.attname::text, a.attnotnull::text, c.relname::text
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where a.attnum > 0 and c.relkind in ('r', 'p', 'f', 'v', 'm') and c.relnamespace <> 'information_schema'::regnamespace
        """;

    private const string Views = """
        select r.ev_class::text, r.ev_action::text
        from pg_rewrite r join pg_class c on c.oid = r.ev_class
        where r.ev_type = '1' and c.relkind in ('v', 'm') and r.oid >= 16384
        """;

    private readonly Dictionary<long, string> _types;
    private readonly Dictionary<long, string> _functions;
    private readonly Dictionary<long, string> _operators;
    private readonly Dictionary<(long Table, long Column), (string Name, bool IsFilled)> _columns;
    private readonly Dictionary<long, string> _views;

    private PostgresCatalog(IReadOnlyList<IReadOnlyList<string?[]>> read)
    {
        _types = ByNumber(read[0]);
        _functions = ByNumber(read[1]);
        _operators = ByNumber(read[2]);
        _columns = read[3].ToDictionary(row => (Number(row[0]), Number(row[1])), row => ($"{row[4]}.{row[2]}", row[3] == "true"));
        _views = ByNumber(read[4]);
    }

    /// <summary>Reads the catalog in one round trip.</summary>
    public static async Task<PostgresCatalog> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        new(await PostgresRows.ReadAsync(connection, [Types, Functions, Operators, Columns, Views], cancellationToken).ConfigureAwait(false));

    /// <summary>A type's name, of a domain that of the type below it; null where it is not known.</summary>
    public string? Type(long number) => _types.GetValueOrDefault(number);

    /// <summary>The name of one of the server's own functions; empty for any other.</summary>
    public string Function(long number) => _functions.GetValueOrDefault(number, "");

    /// <summary>The name of one of the server's own operators; empty for any other.</summary>
    public string Operator(long number) => _operators.GetValueOrDefault(number, "");

    /// <summary>A table's column, <c>accounts.email</c>; null where there is none.</summary>
    public string? Column(long table, long column) => _columns.TryGetValue((table, column), out var found) ? found.Name : null;

    /// <summary>Whether a table's column is <c>not null</c>.</summary>
    public bool IsFilled(long table, long column) => _columns.TryGetValue((table, column), out var found) && found.IsFilled;

    /// <summary>The query that a view stands for; null for a table.</summary>
    public PostgresNode? View(long table) => _views.TryGetValue(table, out var tree) && PostgresNodeReader.Read(tree) is List<object?> list
        ? list.OfType<PostgresNode>().FirstOrDefault()
        : null;

    private static Dictionary<long, string> ByNumber(IReadOnlyList<string?[]> rows) =>
        rows.Where(row => row[1] is not null).DistinctBy(row => row[0]).ToDictionary(row => Number(row[0]), row => row[1]!);

    private static long Number(string? text) => long.Parse(text!, CultureInfo.InvariantCulture);
}
