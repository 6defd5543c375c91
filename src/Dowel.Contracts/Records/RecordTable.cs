using System.Text.RegularExpressions;
using Dowel.Generator;

namespace Dowel.Contracts;

/// <summary>A record's table in the words of an engine.</summary>
internal sealed partial class RecordTable
{
    private readonly ContractTable _table;
    private readonly IRecordDialect _engine;

    /// <summary>Takes a table and gives a name to each of its constraints and indexes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="names">Makes names.</param>
    /// <param name="engine">The engine.</param>
    /// <remarks>Names do not depend on the engine: what has none on one of them keeps its name from others on both.</remarks>
    public RecordTable(ContractTable table, RecordNames names, IRecordDialect engine)
    {
        (_table, _engine) = (table, engine);
        Constraints = [.. Uniques(names), .. References(names), .. Checks(names)];
        Indexes = [.. Distinct(table.Indexes, index => (index.Name, index.Columns)).Select(index =>
            $"create index {Quote(index.Name ?? names.Make(table.Name, index.Columns, "idx"))} on {Quote(table.Name)} ({List(index.Columns)})")];
    }

    /// <summary>The table's name.</summary>
    public string Name => _table.Name;

    /// <summary>Its keys and rules but the primary key.</summary>
    public IReadOnlyList<RecordConstraint> Constraints { get; }

    /// <summary>The statements that make its indexes.</summary>
    public IReadOnlyList<string> Indexes { get; }

    /// <summary>The statements that keep the owners of its rows apart.</summary>
    public IEnumerable<string> RowSecurity => _table is { HasRowSecurity: true, Owner: not null } ? _engine.RowSecurityOf(_table) : [];

    /// <summary>The statement that makes the table.</summary>
    /// <param name="constraints">Those of its constraints that are made with it.</param>
    public string Create(IEnumerable<RecordConstraint> constraints)
    {
        var key = _table.Key.Count > 1 ? [$"primary key ({List(_table.Key)})"] : Array.Empty<string>();
        var lines = _table.Columns.Select(Line).Concat(key).Concat(constraints.Select(Line));
        return $"create table {Quote(Name)} (\n    {string.Join(",\n    ", lines)}\n)";
    }

    /// <summary>The statement that adds a constraint to the table.</summary>
    public string Add(RecordConstraint constraint) => $"alter table {Quote(Name)} add {Line(constraint)}";

    private static string Line(RecordConstraint constraint) => $"constraint {Quote(constraint.Name)} {constraint.Definition}";

    private string Line(ContractColumn column)
    {
        var isKey = column.Key > 0 && _table.Key.Count == 1 && !(column.IsIdentity && _engine.IdentityIsKey);
        return $"{Quote(column.Name)} {_engine.TypeOf(column)}"
            + (column.IsNullable || column.IsIdentity ? "" : " not null")
            + (column.Default is { } said && _engine.TextOf(said) is { } value ? $" default {(Literal().IsMatch(value) ? value : $"({value})")}" : "")
            + (isKey ? " primary key" : "");
    }

    private IEnumerable<RecordConstraint> Uniques(RecordNames names) =>
        from key in Distinct(_table.Uniques, key => (key.Name, key.Columns))
        where !key.Columns.SequenceEqual(_table.Key)
        select new RecordConstraint(key.Name ?? names.Make(Name, key.Columns, "key"), $"unique ({List(key.Columns)})");

    private IEnumerable<RecordConstraint> References(RecordNames names)
    {
        foreach (var column in _table.Columns.Where(column => column.References is not null))
        {
            var (table, key, rule) = column.References!;
            var definition = $"foreign key ({Quote(column.Name)}) references {Quote(table)} ({Quote(key)}) on delete {rule}";
            yield return new(names.Make(Name, [column.Name], "fkey"), definition) { Target = table };
        }
    }

    private IEnumerable<RecordConstraint> Checks(RecordNames names)
    {
        foreach (var column in _table.Columns.Where(column => column.Labels.Count > 0 || column.Type.Word == ContractWord.Json || column.Type.IsArray))
        {
            var name = names.Make(Name, [column.Name], "check");
            var labels = string.Join(", ", column.Labels.Select(label => $"'{label.Replace("'", "''", StringComparison.Ordinal)}'"));
            var rule = column.Labels.Count > 0 ? $"{Quote(column.Name)} in ({labels})" : _engine.RuleOf(column);
            if (rule is not null)
            {
                yield return new(name, $"check ({rule})");
            }
        }

        foreach (var check in _table.Checks)
        {
            var name = check.Name ?? names.Make(Name, check.Column is { } column ? [column] : [], "check");
            if (_engine.TextOf(check.Sql) is { } text)
            {
                yield return new(name, $"check ({text})");
            }
        }
    }

    // A key that is said twice, on the property and on the record, is one; a name that one of them gives counts.
    private static IEnumerable<T> Distinct<T>(IEnumerable<T> keys, Func<T, (string? Name, IReadOnlyList<string> Columns)> of) => keys
        .GroupBy(key => string.Join('\n', of(key).Columns))
        .Select(same => same.FirstOrDefault(key => of(key).Name is not null) ?? same.First());

    private static string Quote(string name) => SqlIdentifier.Quote(name);

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns.Select(Quote));

    // Both engines take these without parentheses; SQLite takes nothing else so.
    [GeneratedRegex(@"^([+-]?[0-9]+(\.[0-9]+)?|'([^']|'')*'|true|false|null|current_(date|time|timestamp))$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Literal();
}
