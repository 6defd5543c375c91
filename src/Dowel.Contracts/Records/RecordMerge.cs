using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>Makes one table of two records that are its rows: each may know columns and rules that the other does not.</summary>
/// <param name="first">What counts where the two contradict each other.</param>
/// <param name="second">The other.</param>
/// <param name="errors">Takes the contradictions.</param>
internal sealed class RecordMerge(ContractTable first, ContractTable second, List<DowelError> errors)
{
    /// <summary>Makes the table.</summary>
    public ContractTable Merge()
    {
        Compare(first.Key.Count > 0 && second.Key.Count > 0, "the primary key", Listed(first.Key), Listed(second.Key));
        Compare(first.Owner is not null && second.Owner is not null, "the owner", Spelled(first.Owner), Spelled(second.Owner));
        return first with
        {
            Columns = [.. first.Columns.Select(column => Merge(column, second.Find(column.Name))), .. second.Columns.Where(column => first.Find(column.Name) is null)],
            Uniques = [.. first.Uniques.Concat(second.Uniques).DistinctBy(key => (key.Name, Listed(key.Columns)))],
            Indexes = [.. first.Indexes.Concat(second.Indexes).DistinctBy(key => (key.Name, Listed(key.Columns)))],
            Checks = [.. first.Checks.Concat(second.Checks).DistinctBy(check => (check.Name, check.Column, check.Sql))],
            RenamedFrom = [.. first.RenamedFrom.Union(second.RenamedFrom)],
            Owner = first.Owner ?? second.Owner,
            HasRowSecurity = first.HasRowSecurity || second.HasRowSecurity,
        };
    }

    private ContractColumn Merge(ContractColumn column, ContractColumn? other)
    {
        if (other is null)
        {
            return column;
        }

        Compare(true, column.Name, Spelled(column), Spelled(other));
        Compare(column.References is not null && other.References is not null, column.Name, $"a reference {column.References}", $"a reference {other.References}");
        Compare(column.Default is not null && other.Default is not null, column.Name, $"'default {column.Default?.Spelled}'", $"'default {other.Default?.Spelled}'");
        return column with
        {
            Key = Math.Max(column.Key, first.Key.Count == 0 ? other.Key : 0),
            IsIdentity = column.IsIdentity || other.IsIdentity,
            References = column.References ?? other.References,
            Default = column.Default ?? other.Default,
            Labels = [.. column.Labels.Union(other.Labels)],
            RenamedFrom = [.. column.RenamedFrom.Union(other.RenamedFrom)],
            Backfill = column.Backfill ?? other.Backfill,
        };
    }

    private void Compare(bool isSaid, string what, string one, string two)
    {
        if (isSaid && one != two)
        {
            errors.Add(TableErrors.Contradiction(first, second, what, one, two));
        }
    }

    private static string Spelled(ContractColumn column) => $"{column.Type}{(column.IsNullable ? " or null" : "")}";

    private static string Spelled(ContractOwner? owner) => owner is null ? "" : $"by {string.Join(" and ", owner.Links.Select(link => $"{link.Table}.{link.Column}").Prepend(owner.Column))}";

    private static string Listed(IEnumerable<string> columns) => $"({string.Join(", ", columns)})";
}
