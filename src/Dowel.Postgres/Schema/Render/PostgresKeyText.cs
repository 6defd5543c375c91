using System.Text.RegularExpressions;
using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Writes constraints and indexes of tables that are there so that others can go on writing. </summary>
/// <param name="draft">Where statements go.</param>
/// <param name="plan">The plan.</param>
internal sealed partial class PostgresKeyText(PostgresDraft draft, SchemaPlan plan)
{
    private readonly HashSet<ObjectKey> _swapped = [];
    private readonly PostgresHandover _handover = new(plan);
    private readonly HashSet<ObjectKey> _changing = [.. plan.Changes.Where(IsInTheWay).SelectMany(ChangeLinks.Removes)];

    /// <summary>A constraint of a table that is there.</summary>
    /// <returns>The script from which on it can be relied upon.</returns>
    public PostgresPart Add(ConstraintModel constraint, TableModel table, PostgresPart part)
    {
        var isPartitioned = IsPartitioned(table);
        switch (constraint.Kind)
        {
            case ConstraintKind.Primary or ConstraintKind.Unique when !isPartitioned && part <= PostgresPart.Indexes:
                AddKey(constraint);
                return PostgresPart.Validate;
            case ConstraintKind.Check or ConstraintKind.Foreign when !(isPartitioned && constraint.Kind == ConstraintKind.Foreign):
                draft.Add(part, constraint.IsValidated ? constraint.CreateAsWritten + " not valid" : constraint.CreateAsWritten);
                if (constraint.IsValidated)
                {
                    draft.Validate(part, Validation(constraint));
                }

                return part;
            default:
                draft.Add(part, constraint.CreateAsWritten);
                return part;
        }
    }

    /// <summary>An index of a table that is there.</summary>
    /// <returns>The script from which on it is there.</returns>
    public PostgresPart Add(IndexModel index, TableModel table, PostgresPart part)
    {
        if (IsPartitioned(table) || part > PostgresPart.Indexes)
        {
            draft.Add(part, index.Create);
            return part;
        }

        draft.Add(PostgresPart.Indexes, IndexWord().Replace(index.Create, "$0 concurrently", 1));
        if (_swapped.Contains(index.Key))
        {
            draft.Add(PostgresPart.Indexes, $"drop index concurrently {Replaced(index)}");
        }

        return PostgresPart.Indexes;
    }

    /// <summary>An index of a table that is there and stays goes. One that is made again serves queries until the new one does.</summary>
    /// <returns>The script from which on it is gone.</returns>
    public PostgresPart Drop(IndexModel index, TableModel table, bool isMadeAgain)
    {
        if (IsPartitioned(table) || ChangeLinks.UsedBy(index).Any(_changing.Contains))
        {
            draft.Add(PostgresPart.Changes, index.Drop);
            return PostgresPart.Changes;
        }

        var name = PostgresIdentifier.Quote(index.Key.Schema, index.Name);
        if (isMadeAgain)
        {
            _swapped.Add(index.Key);
            draft.Add(PostgresPart.Indexes, $"alter index {name} rename to {PostgresIdentifier.Quote(OldName(index))}");
        }
        else
        {
            draft.Add(PostgresPart.Indexes, $"drop index concurrently {name}");
        }

        return PostgresPart.Indexes;
    }

    /// <summary>The statement that looks at the rows that are there.</summary>
    public static string Validation(ConstraintModel constraint) =>
        $"alter table {PostgresIdentifier.Quote(constraint.Key.Table)} validate constraint {PostgresIdentifier.Quote(constraint.Name)}";

    /// <summary>A constraint of a table that is there and stays goes. A key in whose place another comes is there until then.</summary>
    /// <returns>The script from which on it is gone.</returns>
    public PostgresPart Drop(ConstraintModel constraint, TableModel table, PostgresPart part)
    {
        if (!IsPartitioned(table) && _handover.IsHandedOver(constraint.Key))
        {
            return PostgresPart.Validate;
        }

        draft.Add(part, constraint.Drop);
        return part;
    }

    private static bool IsPartitioned(TableModel table) => table.Options.StartsWith("partition by", StringComparison.OrdinalIgnoreCase);

    private static bool IsInTheWay(SchemaChange change) => change switch
    {
        AlterColumn alter => PostgresColumnText.IsRetyped(alter.Before, alter.After),
        AlterEnum alter => !alter.IsGrowth,
        DropObject { Object: IndexModel } => false,
        DropColumn or DropObject or AlterTable => true,
        ReplaceObject replace => replace.After.Replace.Count == 0,
        _ => false,
    };

    private static string OldName(IndexModel index) => PostgresIdentifier.Replaced(index.Name);

    private static string Replaced(IndexModel index) => PostgresIdentifier.Quote(index.Key.Schema, OldName(index));

    // primary key (a) include (b) deferrable: the columns make an index; how it is enforced belongs to the constraint.
    private void AddKey(ConstraintModel constraint)
    {
        var parts = Key().Match(constraint.Definition);
        var (table, name) = (PostgresIdentifier.Quote(constraint.Key.Table), PostgresIdentifier.Quote(constraint.Name));
        var old = _handover.Before(constraint.Key);
        var index = old?.Name == constraint.Name ? PostgresIdentifier.Quote(PostgresIdentifier.Replacing(constraint.Name)) : name;
        draft.Add(PostgresPart.Indexes, $"create unique index concurrently {index} on {table} {parts.Groups["columns"].Value.Trim()}{parts.Groups["nulls"].Value}");
        var word = constraint.Kind == ConstraintKind.Primary ? "primary key" : "unique";
        var clause = $"add constraint {name} {word} using index {index}{parts.Groups["when"].Value}";
        if (old is null)
        {
            draft.Add(PostgresPart.Validate, $"alter table {table} {clause}");
        }
        else
        {
            draft.HandOver($"alter table {table}\n    drop constraint {PostgresIdentifier.Quote(old.Name)},\n    {clause}");
        }
    }

    [GeneratedRegex(@"^\s*(primary key|unique)(?<nulls>\s+nulls not distinct)?\s*(?<columns>\(.*?\)(\s+include\s*\(.*?\))?)(?<when>(\s+(not\s+)?deferrable.*)?)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex(@"\bindex\b", RegexOptions.IgnoreCase)]
    private static partial Regex IndexWord();
}
