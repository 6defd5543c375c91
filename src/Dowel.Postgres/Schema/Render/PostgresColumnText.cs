using System.Text.RegularExpressions;
using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Writes changes of columns. Tables that have columns to change are there, and others may be using them.</summary>
/// <param name="draft">Where statements go.</param>
/// <param name="rows">Writes statements over the rows that are there.</param>
internal sealed partial class PostgresColumnText(PostgresDraft draft, PostgresBackfill rows)
{
    private readonly List<PostgresFill> _fills = [];

    /// <summary>Writes what rows get, when all is known that they get.</summary>
    /// <remarks>Once a column is demanded no row without a value comes any more; so what came while the batches ran is filled after that, and then nothing is left.</remarks>
    public void FillRows()
    {
        foreach (var fill in _fills)
        {
            var demanded = fill.Columns.Where(each => !each.Column.IsNullable).ToList();
            draft.Add(PostgresPart.Backfill, rows.Fill(fill));
            demanded.ForEach(each => draft.Demand(PostgresPart.Backfill, new(fill.Table, each.Column.Name)));
            if (demanded.Count > 0 || rows.IsInBatches(fill))
            {
                draft.Add(PostgresPart.Backfill, rows.Rest(fill));
            }
        }
    }

    /// <summary>A new column. One that rows are given values for comes bare, so that the server writes no row while it locks out readers.</summary>
    public void Add(AddColumn change, PostgresPart part)
    {
        var (table, column) = (change.Table, change.Column);
        if (change.Backfill is not { } backfill)
        {
            draft.Add(part, $"alter table {PostgresIdentifier.Quote(table.Key)} add column {PostgresTableText.ColumnDefinition(column)}");
            return;
        }

        if (column.Generation == Generation.None && PostgresConstant.IsOne(backfill))
        {
            AddFilled(table, column, backfill, part);
            return;
        }

        draft.Add(part, $"alter table {PostgresIdentifier.Quote(table.Key)} add column {PostgresTableText.ColumnDefinition(column with { Default = null, IsNullable = true })}");
        if (column.Default is not null)
        {
            draft.Add(part, $"{Alter(table, column)} set default {PostgresTableText.Default(column)}");
        }

        Fill(table, column, backfill);
    }

    /// <summary>A column that is there becomes another.</summary>
    public void Alter(AlterColumn change, PostgresPart part)
    {
        var (before, after) = (change.Before, change.After);
        var (retyped, conversion) = (IsRetyped(before, after), SqlText.IsConversion(change.Backfill, after.Name) ? change.Backfill : null);
        var counted = before.IsCounted != after.IsCounted ? after.IsCounted : (bool?)null;
        if (retyped && conversion is null && PostgresNarrowing.CutsInSilence(before, after))
        {
            draft.Add(part, rows.Refuse(change.Table, before, after));
        }

        if (before.Default is not null && (retyped || after.Default is null))
        {
            Say("drop default");
        }

        Ungenerate(change, part, counted);
        if (!before.IsNullable && after.IsNullable)
        {
            Say("drop not null");
        }

        if (retyped)
        {
            Say(Retyping(after, conversion ?? Cast(before, after)));
        }

        if (after.Default is not null && after.Generation != Generation.Computed && (retyped || !SqlText.Same(before.Default, after.Default)))
        {
            Say($"set default {PostgresTableText.Default(after)}");
        }

        ChangeNullability(change, part, isFilled: retyped && conversion is not null, now: counted == true);
        Count(change, part, counted);

        void Say(string clause) => draft.Alter(part, PostgresIdentifier.Quote(change.Table.Key), $"alter column {PostgresIdentifier.Quote(after.Name)} {clause}");
    }

    /// <summary>What follows <c>alter column c</c> for another type.</summary>
    /// <param name="column">The column as it will be.</param>
    /// <param name="value">What becomes of its values, in SQL; null for a cast.</param>
    public static string Retyping(ColumnModel column, string? value = null) =>
        $"type {PostgresTableText.Type(column.Type)}{(column.Collation is { } collation ? $" collate {collation}" : "")} using {value ?? $"{PostgresIdentifier.Quote(column.Name)}::{PostgresTableText.Type(column.Type)}"}";

    /// <summary>Whether values must be read as another type, or be ordered in another way.</summary>
    public static bool IsRetyped(ColumnModel before, ColumnModel after) => before.Type != after.Type || before.Collation != after.Collation;

    /// <summary>The beginning of a statement about a column.</summary>
    public static string Alter(TableModel table, ColumnModel column) =>
        $"alter table {PostgresIdentifier.Quote(table.Key)} alter column {PostgresIdentifier.Quote(column.Name)}";

    // Between two enums, or an enum and a number, there is no cast but by their text.
    private static string? Cast(ColumnModel before, ColumnModel after) =>
        before.Type != after.Type && before.Needs.Concat(after.Needs).Any(need => need.Kind == ObjectKind.Enum) && !IsText(before.Type) && !IsText(after.Type)
            ? $"{PostgresIdentifier.Quote(after.Name)}::text{(after.Type.EndsWith("[]", StringComparison.Ordinal) ? "[]" : "")}::{after.Type}"
            : null;

    private static bool IsText(string type) => type.StartsWith("text", StringComparison.Ordinal) || type.StartsWith("character", StringComparison.Ordinal);

    // A default that is the same for all rows stands in the catalog: no row is written, however many there are.
    private void AddFilled(TableModel table, ColumnModel column, string value, PostgresPart part)
    {
        draft.Add(part, $"alter table {PostgresIdentifier.Quote(table.Key)} add column {PostgresTableText.ColumnDefinition(column with { Default = value })}");
        draft.Add(part, $"{Alter(table, column)} {(column.Default is { } lasting ? $"set default {lasting}" : "drop default")}");
    }

    private void Ungenerate(AlterColumn change, PostgresPart part, bool? counted)
    {
        if (change.Before.Generation == Generation.Computed && change.After.Generation != Generation.Computed)
        {
            draft.Add(part, $"{Alter(change.Table, change.After)} drop expression");
        }

        if (counted == false)
        {
            draft.Add(part, $"{Alter(change.Table, change.After)} drop identity");
        }
    }

    private void ChangeNullability(AlterColumn change, PostgresPart part, bool isFilled, bool now)
    {
        var (before, after) = (change.Before, change.After);
        if (!before.IsNullable || after.IsNullable)
        {
            return;
        }

        if (change.Backfill is { } backfill && !isFilled)
        {
            Fill(change.Table, after, backfill);
        }
        else if (now)
        {
            draft.Add(part, $"{Alter(change.Table, after)} set not null");
        }
        else
        {
            draft.Demand(part, new(change.Table, after.Name));
        }
    }

    // A counter that is new goes on behind the values that are there.
    private void Count(AlterColumn change, PostgresPart part, bool? counted)
    {
        var (before, after) = (change.Before, change.After);
        if (counted == true)
        {
            draft.Add(part, $"{Alter(change.Table, after)} add{PostgresTableText.Values(after)}");
            draft.Add(part, rows.Count(change.Table, after.Name, CounterOf(change.Table, after)));
        }
        else if (after.Generation == Generation.Identity && before.Generation == Generation.None && NextValue().Match(after.Default ?? "") is { Success: true } next)
        {
            draft.Add(part, rows.Count(change.Table, after.Name, next.Groups["sequence"].Value));
        }
        else if (counted is null && after.IsCounted)
        {
            var always = before.Generation == after.Generation ? "" : after.Generation == Generation.StrictIdentity ? " set generated always" : " set generated by default";
            var options = before.Expression == after.Expression ? "" : PostgresCounterText.Setting(before.Expression, after.Expression);
            if (always.Length + options.Length > 0)
            {
                if (PostgresCounterText.Lift(before.Expression, after.Expression, CounterOf(change.Table, after)) is { } lift)
                {
                    draft.Add(part, lift);
                }

                draft.Add(part, Alter(change.Table, after) + always + options);
            }
        }
    }

    private static string CounterOf(TableModel table, ColumnModel column) => $"pg_get_serial_sequence({Literal(PostgresIdentifier.Quote(table.Key))}, {Literal(column.Name)})";

    private void Fill(TableModel table, ColumnModel column, string sql)
    {
        if (_fills is not [.., var last] || !last.TryAdd(table, column, sql))
        {
            _fills.Add(new(table));
            _fills[^1].TryAdd(table, column, sql);
        }
    }

    [GeneratedRegex(@"^nextval\((?<sequence>'.*'::regclass)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex NextValue();

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
