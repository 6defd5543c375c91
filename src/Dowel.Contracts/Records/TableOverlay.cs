using System.Text.RegularExpressions;
using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Lays a record over its table. Pure.</summary>
/// <param name="record">The record.</param>
/// <param name="records">All records, by their tables.</param>
/// <param name="engine">The engine.</param>
/// <param name="unsaid">Keeps what the record could say and does not; null where that goes.</param>
internal sealed partial class TableOverlay(ContractTable record, IReadOnlyDictionary<string, ContractTable> records, IRecordDialect engine, UnsaidParts? unsaid)
{
    /// <summary>Makes the table that is wanted.</summary>
    /// <param name="found">The table that the scripts make.</param>
    /// <param name="made">The table that is made of the record alone.</param>
    /// <param name="gone">Takes the columns, constraints and indexes that go.</param>
    public TableModel Apply(TableModel found, TableModel made, HashSet<ObjectKey> gone)
    {
        var columns = found.Columns.Where(column => column.Generation == Generation.Computed || made.Find(column.Name) is not null)
            .Select(column => made.Find(column.Name) is { } wanted && record.Find(column.Name) is { } said ? Column(said, column, wanted) : column)
            .Concat(made.Columns.Where(column => found.Find(column.Name) is null)).ToList();
        var dropped = found.Columns.Select(column => column.Name).Except(columns.Select(column => column.Name)).ToHashSet(StringComparer.Ordinal);
        var constraints = new ConstraintOverlay(record, records, engine, dropped).Apply(found, made, unsaid);
        var indexes = IndexOverlay.Apply(found, made, dropped, unsaid);
        gone.UnionWith(dropped.Select(found.Key.Column));
        gone.UnionWith(found.Constraints.Select(key => key.Key).Except(constraints.Select(key => key.Key)));
        gone.UnionWith(found.Indexes.Select(index => index.Key).Except(indexes.Select(index => index.Key)));
        return found with { Columns = columns, Constraints = constraints, Indexes = indexes };
    }

    private ColumnModel Column(ContractColumn said, ColumnModel found, ColumnModel wanted)
    {
        if (found.Generation == Generation.Computed)
        {
            return found;
        }

        var isKept = IsKept(said, found, wanted);
        if (!engine.Fits(said.Type, found))
        {
            return isKept ? wanted with { Default = DefaultOf(found, wanted), Needs = [.. wanted.Needs.Union(MakersOf(found))] } : wanted;
        }

        // Whoever makes the values of an identity, a counter or a default, makes them.
        var isMade = said.IsIdentity && (found.Generation != Generation.None || found.Default is not null);
        if (isMade || isKept || Bare(found.Default) == Bare(wanted.Default))
        {
            return WithGeneration(found with { IsNullable = wanted.IsNullable }, isMade || found.Type != wanted.Type ? found : wanted);
        }

        // The type stays, and with it the types that it is made of; what the old default took its values from is needed no more.
        var needs = found.Needs.Except(MakersOf(found)).Union(wanted.Needs);
        return WithGeneration(found with { IsNullable = wanted.IsNullable, Default = wanted.Default, Needs = [.. needs] }, found.Type == wanted.Type ? wanted : found);
    }

    // A default that somebody has written and no record mentions.
    private bool IsKept(ContractColumn said, ColumnModel found, ColumnModel wanted) =>
        found is { Default: not null, Generation: Generation.None } && wanted is { Default: null, Generation: Generation.None }
        && !said.IsIdentity && unsaid?.KeepDefault(new ObjectKey(ObjectKind.Table, record.Name).Column(found.Name)) == true;

    // A literal is of its column's type, whichever that is.
    private static string DefaultOf(ColumnModel found, ColumnModel wanted) =>
        Size().Replace(found.Type, "") is var type && found.Default!.EndsWith($"'::{type}", StringComparison.Ordinal)
            ? found.Default[..^type.Length] + Size().Replace(wanted.Type, "")
            : found.Default;

    private static IEnumerable<ObjectKey> MakersOf(ColumnModel column) => column.Needs.Where(need => need.Kind is ObjectKind.Sequence or ObjectKind.Function);

    private static ColumnModel WithGeneration(ColumnModel column, ColumnModel maker) =>
        column with { Generation = maker.Generation, Expression = maker.Expression };

    // PostgreSQL prints a literal with its column's type: 'a'::text, 'a'::character varying.
    private static string? Bare(string? value) => value is null ? null : Cast().Replace(value, "");

    [GeneratedRegex(@"\([0-9, ]+\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Size();

    [GeneratedRegex(@"::[a-z ]+(\([0-9, ]+\))?(\[\])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Cast();
}
