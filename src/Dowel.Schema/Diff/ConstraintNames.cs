namespace Dowel.Schema;

/// <summary>Finds constraints and indexes that are the same on both sides but for their names. Pure.</summary>
internal static class ConstraintNames
{
    /// <summary>Pairs of the same by another name, of tables that both sides have.</summary>
    public static IReadOnlyList<RenameIntent> Between(DatabaseModel before, DatabaseModel after, bool withIndexes)
    {
        var olds = before.Tables.ToDictionary(table => table.Key);
        var pairs = new List<RenameIntent>();
        foreach (var table in after.Tables.Where(table => olds.ContainsKey(table.Key)))
        {
            Pair(olds[table.Key].Constraints, table.Constraints, AreSame, pairs);
            if (withIndexes)
            {
                Pair(olds[table.Key].Indexes, table.Indexes, AreSame, pairs);
            }
        }

        return pairs;
    }

    /// <summary>Counters of columns that both sides have, by other names.</summary>
    public static IEnumerable<RenameIntent> CountersBetween(DatabaseModel before, DatabaseModel after)
    {
        var (olds, news) = (Counters(before), Counters(after));
        return olds.Where(old => news.TryGetValue(old.Key, out var next) && next != old.Value && !news.ContainsValue(old.Value) && !olds.ContainsValue(next))
            .Select(old => new RenameIntent(old.Value, news[old.Key]));
    }

    /// <summary>Whether two constraints demand the same, whatever they are called.</summary>
    public static bool AreSame(ConstraintModel one, ConstraintModel other) =>
        one.Kind == other.Kind && one.IsValidated == other.IsValidated && SqlText.Same(one.Definition, other.Definition);

    private static bool AreSame(IndexModel one, IndexModel other) => one.IsValid == other.IsValid
        && SqlText.Same(SqlText.Rename(one.Create, new Dictionary<string, string> { [one.Name] = other.Name }, name => name), SqlText.Rename(other.Create, new Dictionary<string, string> { [other.Name] = other.Name }, name => name));

    private static Dictionary<ObjectKey, ObjectKey> Counters(DatabaseModel database) => database.Objects
        .Where(each => each.Key is { Kind: ObjectKind.Setting, Part: "owned by" })
        .SelectMany(each => each.Needs.Where(need => need.Kind == ObjectKind.Column).Select(column => (column, sequence: new ObjectKey(ObjectKind.Sequence, each.Key.Name, Schema: each.Key.Schema))))
        .DistinctBy(each => each.column)
        .ToDictionary(each => each.column, each => each.sequence);

    private static void Pair<T>(IReadOnlyList<T> olds, IReadOnlyList<T> news, Func<T, T, bool> areSame, List<RenameIntent> pairs)
        where T : ObjectModel
    {
        var free = olds.Where(old => news.All(each => each.Key != old.Key)).ToList();
        foreach (var each in news.Where(each => olds.All(old => old.Key != each.Key)))
        {
            if (free.Find(old => areSame(old, each)) is { } same)
            {
                free.Remove(same);
                pairs.Add(new(same.Key, each.Key));
            }
        }
    }
}
