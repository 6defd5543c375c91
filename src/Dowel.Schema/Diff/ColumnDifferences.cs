namespace Dowel.Schema;

/// <summary>Where columns and tables differ. Pure.</summary>
internal static class ColumnDifferences
{
    /// <summary>Whether a column is the same on both sides.</summary>
    public static bool AreSame(ColumnModel one, ColumnModel other) =>
        one.Name == other.Name && one.IsNullable == other.IsNullable && one.Generation == other.Generation && one.IsStored == other.IsStored
        && one.Collation == other.Collation && SqlText.Same(one.Type, other.Type) && SqlText.Same(one.Default, other.Default)
        && SqlText.Same(one.Expression, other.Expression) && SqlText.Same(one.Clauses, other.Clauses);

    /// <summary>Whether one can become the other only by being made anew: what it is computed from changes, and its values with it.</summary>
    public static bool IsMadeAnew(ColumnModel before, ColumnModel after) => after.Generation == Generation.Computed
        && (before.Generation != Generation.Computed || before.IsStored != after.IsStored || before.Type != after.Type || !SqlText.Same(before.Expression, after.Expression))
        || (before is { Generation: Generation.Computed, IsStored: false } && after.Generation != Generation.Computed);

    /// <summary>Whether what stands around the columns is the same.</summary>
    public static bool HaveSameOptions(TableModel one, TableModel other) =>
        one.Persistence == other.Persistence && SqlText.Same(one.Options, other.Options) && SqlText.Same(one.PartitionOf, other.PartitionOf);

    /// <summary>Whether two tables have the same constraints.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="ignoresNames">Whether it matters what they are called.</param>
    public static bool HaveSameConstraints(TableModel one, TableModel other, bool ignoresNames)
    {
        var free = other.Constraints.ToList();
        return one.Constraints.Count == free.Count && one.Constraints.All(constraint =>
            free.Find(each => (ignoresNames || each.Name == constraint.Name) && ConstraintNames.AreSame(constraint, each)) is { } same && free.Remove(same));
    }

    /// <summary>Whether another name is all that sets two columns apart, as far as one can see.</summary>
    public static bool LookAlike(ColumnModel one, ColumnModel other) => one.Type == other.Type && one.Generation == other.Generation;

    /// <summary>Whether another name is all that sets two tables apart, as far as one can see.</summary>
    public static bool LookAlike(TableModel one, TableModel other) => one.Kind == other.Kind
        && one.Columns.Select(column => (column.Name, column.Type)).ToHashSet().SetEquals(other.Columns.Select(column => (column.Name, column.Type)));
}
