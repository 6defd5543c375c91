using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Gives things other names. The engine renames tables and columns, with all texts that mention them; other things are made again by their new name. Pure.</summary>
internal static class SqliteRenaming
{
    /// <summary>Writes a renaming.</summary>
    /// <param name="rename">The renaming.</param>
    /// <param name="plan">The plan that it is part of.</param>
    /// <exception cref="MigrationRefusedException">It is a constraint's.</exception>
    public static IEnumerable<string> Write(RenameObject rename, SchemaPlan plan)
    {
        var (from, to) = (rename.From, rename.To);
        return from.Kind switch
        {
            ObjectKind.Table => [$"alter table {Quote(from.Name)} rename to {Quote(to.Name)}"],
            ObjectKind.Column => [$"alter table {Quote(from.Name)} rename column {Quote(from.Part!)} to {Quote(to.Part!)}"],
            ObjectKind.Index => [$"drop index {Quote(from.Part!)}", plan.After.All.First(each => each.Key == to).CreateAsWritten],
            ObjectKind.Trigger => IsMade(plan, to) ? [] : [$"drop trigger {Quote(from.Part!)}", plan.After.All.First(each => each.Key == to).CreateAsWritten],
            ObjectKind.View => View(from, to, plan),
            _ => throw new MigrationRefusedException([SqliteSchemaErrors.NotRenamed(from.ToString())]),
        };
    }

    // Views and triggers that name it are not renamed with it, so they are made again too; a view's triggers go with it.
    private static IEnumerable<string> View(ObjectKey from, ObjectKey to, SchemaPlan plan)
    {
        var again = new List<ObjectModel>();
        foreach (var key in new[] { to }.Concat(Following(to, plan)))
        {
            if (!IsMade(plan, key) && plan.After.All.First(each => each.Key == key) is var found && !again.Contains(found))
            {
                again.Add(found);
            }
        }

        var gone = again.Where(each => each.Key != to && (each.Key.Kind == ObjectKind.View || each.Key.Name != to.Name)).Reverse();
        return [.. gone.Select(each => each.Drop), $"drop view {Quote(from.Name)}", .. again.Select(each => each.CreateAsWritten)];
    }

    private static IEnumerable<ObjectKey> Following(ObjectKey view, SchemaPlan plan)
    {
        foreach (var each in plan.After.All.Where(each => each.Key != view && each.Needs.Contains(view)))
        {
            yield return each.Key;
            foreach (var next in each.Key.Kind == ObjectKind.View ? Following(each.Key, plan) : [])
            {
                yield return next;
            }
        }
    }

    private static bool IsMade(SchemaPlan plan, ObjectKey key) => plan.Changes.OfType<CreateObject>().Any(change => change.Object.Key == key);

    private static string Quote(string name) => SqliteKeywords.Quote(name);
}
