using System.Text.RegularExpressions;
using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Writes changes of types. Pure but for where statements go.</summary>
/// <param name="draft">Where statements go.</param>
/// <param name="plan">The plan.</param>
internal sealed partial class PostgresTypeText(PostgresDraft draft, SchemaPlan plan)
{
    private readonly Stack<string> _replaced = [];
    private readonly HashSet<ObjectKey> _ruled = [];
    private int _rebuilds = plan.Changes.Count(change => change is AlterEnum { IsGrowth: false } or ReplaceObject { Key.IsType: true, After.Replace.Count: 0 });

    /// <summary>An enum gets labels, or is made anew.</summary>
    public void Alter(AlterEnum change, PostgresPart part)
    {
        var own = change.IsGrowth && IsUsed(change) ? PostgresPart.Labels : part;
        foreach (var (from, to) in change.Renamed)
        {
            draft.Add(own, $"alter type {PostgresIdentifier.Quote(change.Key)} rename value {Literal(from)} to {Literal(to)}");
        }

        if (!change.IsGrowth)
        {
            Rebuild(change.Before, change.After, part);
            return;
        }

        foreach (var label in change.After.Labels.Except(change.Before.Labels))
        {
            draft.Add(own, $"alter type {PostgresIdentifier.Quote(change.Key)} add value {Literal(label)}{Place(change, label)}");
        }
    }

    /// <summary>Whether a type must have its new name, and its new labels, before the first script's transaction.</summary>
    public bool IsEarly(ObjectKey type) => plan.Changes.OfType<AlterEnum>().Any(change => change.Key == type && change.IsGrowth && IsUsed(change));

    /// <summary>Whether a domain has got a rule when it was made anew: later the server would refuse it, where a column is an array of the domain.</summary>
    /// <remarks>It looks through columns of the domain itself and at no elements (PostgreSQL 18 docs, ALTER DOMAIN, Notes).</remarks>
    public bool IsRuled(ObjectKey rule) => _ruled.Contains(rule);

    /// <summary>Makes a type anew under columns that have it. The old ones go when all are made, since one may be part of another.</summary>
    /// <param name="before">The type.</param>
    /// <param name="after">What it becomes.</param>
    /// <param name="part">The script.</param>
    public void Rebuild(ObjectModel before, ObjectModel after, PostgresPart part)
    {
        var type = after.Key;
        var word = before.Key.Kind == ObjectKind.Domain ? "domain" : "type";
        var old = type with { Name = PostgresIdentifier.Replaced(type.Name) };
        draft.Add(part, $"alter {word} {PostgresIdentifier.Quote(type)} rename to {PostgresIdentifier.Quote(old.Name)}");
        if (before.Key.Kind == ObjectKind.Range)
        {
            StepAside(before, part);
        }

        draft.Add(part, after.Create);
        foreach (var rule in plan.Changes.OfType<CreateObject>().Where(change => type.Kind == ObjectKind.Domain && change.Key.Kind == ObjectKind.Constraint && change.Key.Table == type.Table))
        {
            _ruled.Add(rule.Key);
            draft.Add(part, rule.Object.Create);
        }

        foreach (var (table, column) in ColumnsOf(type))
        {
            Convert(table, column, part);
        }

        _replaced.Push($"drop {word} {PostgresIdentifier.Quote(old)}");
        if (--_rebuilds == 0)
        {
            _replaced.ToList().ForEach(drop => draft.Add(part, drop));
        }
    }

    // A range has another type, and functions of its name that make its values.
    private void StepAside(ObjectModel range, PostgresPart part)
    {
        var (many, own) = (Multirange(range), PostgresIdentifier.Quote(range.Key));
        var sub = SubType().Match(range.Create).Groups["type"].Value;
        string Aside(string path) => PostgresIdentifier.Quote(PostgresIdentifier.Replaced(PostgresText.Unquote(path.Split('.')[^1])));
        draft.Add(part, $"alter type {many} rename to {Aside(many)}");
        foreach (var (name, parameters) in new[] { (many, ""), (own, $"{sub}, {sub}"), (own, $"{sub}, {sub}, text") })
        {
            draft.Add(part, $"alter function {name}({parameters}) rename to {Aside(name)}");
        }
    }

    // As the server calls it where nobody says otherwise (PostgreSQL 18 docs, CREATE TYPE).
    private static string Multirange(ObjectModel range)
    {
        const string word = "multirange_type_name = ";
        if (range.Create.IndexOf(word, StringComparison.Ordinal) is >= 0 and var told)
        {
            return range.Create[(told + word.Length)..^1];
        }

        var (name, place) = (range.Key.Name, range.Key.Name.IndexOf("range", StringComparison.Ordinal));
        return PostgresIdentifier.Quote(range.Key.Schema, place < 0 ? $"{name}_multirange" : name.Insert(place, "multi"));
    }

    private void Convert(TableModel table, ColumnModel column, PostgresPart part)
    {
        var alter = PostgresColumnText.Alter(table, column);
        var value = column.Generation == Generation.Computed ? null : column.Default;
        if (value is not null)
        {
            draft.Add(part, $"{alter} drop default");
        }

        var isArray = column.Type.EndsWith("[]", StringComparison.Ordinal);
        draft.Add(part, $"{alter} {PostgresColumnText.Retyping(column, $"{PostgresIdentifier.Quote(column.Name)}::text{(isArray ? "[]" : "")}::{column.Type}")}");
        if (value is not null)
        {
            draft.Add(part, $"{alter} set default {value}");
        }
    }

    // New tables and columns have the new type already; of one that gets the type only now, its own change tells.
    private IEnumerable<(TableModel Table, ColumnModel Column)> ColumnsOf(ObjectKey type)
    {
        var made = plan.Changes.Where(change => change is CreateTable or AddColumn).Select(change => change.Key).ToHashSet();
        var retyped = plan.Changes.OfType<AlterColumn>().Where(change => change.Before.Type != change.After.Type && change.After.Needs.Contains(type) && !change.Before.Needs.Contains(type)).Select(change => change.Key).ToHashSet();
        return plan.After.Tables.Where(table => table.Kind == TableKind.Table && !made.Contains(table.Key)).SelectMany(table => table.Columns
            .Where(column => column.Needs.Contains(type) && !column.IsInherited && column.Generation != Generation.Computed)
            .Where(column => !made.Contains(table.Key.Column(column.Name)) && !retyped.Contains(table.Key.Column(column.Name)))
            .Select(column => (table, column)));
    }

    private static string Place(AlterEnum change, string label)
    {
        var labels = change.After.Labels.ToList();
        var index = labels.IndexOf(label);
        return index == 0
            ? labels.Find(change.Before.Labels.Contains) is { } first ? $" before {Literal(first)}" : ""
            : index == labels.Count - 1 ? "" : $" after {Literal(labels[index - 1])}";
    }

    private bool IsUsed(AlterEnum growth)
    {
        var labels = growth.After.Labels.Except(growth.Before.Labels).Select(Literal).ToList();
        return plan.Changes.SelectMany(Texts).Any(text => text is not null && labels.Exists(label => text.Contains(label, StringComparison.Ordinal)));
    }

    private static IEnumerable<string?> Texts(SchemaChange change) => change switch
    {
        CreateTable create => [.. create.Table.Columns.SelectMany(Texts), .. create.Constraints.Select(constraint => constraint.Definition), create.Table.PartitionOf],
        CreateObject create => [create.Object.Create],
        ReplaceObject replace => [replace.After.Create, .. replace.After.Replace],
        AddColumn add => [.. Texts(add.Column), add.Backfill],
        AlterColumn alter => [.. Texts(alter.After), alter.Backfill],
        _ => [],
    };

    private static string?[] Texts(ColumnModel column) => [column.Default, column.Expression];

    [GeneratedRegex(@"subtype = (?<type>[^,]+?)(,|\)$)", RegexOptions.ExplicitCapture)]
    private static partial Regex SubType();

    private static string Literal(string label) => $"'{label.Replace("'", "''", StringComparison.Ordinal)}'";
}
