using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Gives things other names. The engine renames tables and columns, with the texts that mention them; what it does not rename is lifted: dropped before, and made again. Pure.</summary>
/// <remarks>
/// Indexes, triggers and views have no statement that renames them. A view's own column is called otherwise once the one that it shows is, and what
/// asks the view for it by the old name makes the engine refuse (SQLite 3.40, <c>sqlite_rename_test</c> in alter.c); so does whatever has the new name still.
/// </remarks>
internal sealed class SqliteRenaming
{
    private readonly SchemaPlan _plan;
    private readonly SqliteFreeNames _names;
    private readonly List<RenameObject> _renames;
    private readonly List<ObjectModel> _lifted;

    /// <summary>Looks for what is in the way of a plan's renamings.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="names">Names that nothing has.</param>
    public SqliteRenaming(SchemaPlan plan, SqliteFreeNames names)
    {
        (_plan, _names, _renames) = (plan, names, [.. plan.Changes.OfType<RenameObject>()]);
        var named = plan.Before.All.Where(IsNamedAnew).ToList();
        _lifted = [.. named.Concat(Above(named.Select(each => each.Key))).Concat(Above(Shown())).Distinct()];
    }

    /// <summary>The statements in their order.</summary>
    /// <exception cref="MigrationRefusedException">A constraint is to be renamed.</exception>
    public IEnumerable<string> Statements() =>
    [
        .. _lifted.OrderByDescending(each => each.Key.Kind == ObjectKind.Trigger).Select(each => each.Drop),
        .. _renames.SelectMany(Rename),
        .. Again().OrderBy(each => each.Key.Kind == ObjectKind.Trigger).Select(each => each.CreateAsWritten),
    ];

    /// <summary>Whether something, by its new name, is dropped by these statements.</summary>
    public bool HasDropped(ObjectKey key) => _lifted.Exists(each => Renamed(each.Key) == key);

    private IEnumerable<string> Rename(RenameObject rename)
    {
        var (from, to) = (rename.From, rename.To);
        return from.Kind switch
        {
            ObjectKind.Table when from.Name.Equals(to.Name, StringComparison.OrdinalIgnoreCase) => [RenameTable(from.Name, _names.Meanwhile(to.Name)), RenameTable(_names.Meanwhile(to.Name), to.Name)],
            ObjectKind.Table => [RenameTable(from.Name, to.Name)],
            ObjectKind.Column => [$"alter table {SqliteKeywords.Quote(from.Name)} rename column {SqliteKeywords.Quote(from.Part!)} to {SqliteKeywords.Quote(to.Part!)}"],
            ObjectKind.Index or ObjectKind.Trigger or ObjectKind.View => [],
            _ => throw new MigrationRefusedException([SqliteSchemaErrors.NotRenamed(from.ToString())]),
        };
    }

    private static string RenameTable(string from, string to) => $"alter table {SqliteKeywords.Quote(from)} rename to {SqliteKeywords.Quote(to)}";

    // What the plan itself makes comes when it can.
    private IEnumerable<ObjectModel> Again()
    {
        var made = _plan.Changes.OfType<CreateObject>().Select(change => change.Key).ToHashSet();
        var there = _lifted.Select(each => Renamed(each.Key)).Where(key => !made.Contains(key)).ToHashSet();
        return _plan.After.All.Where(each => there.Contains(each.Key));
    }

    private bool IsNamedAnew(ObjectModel model) => model.Key.Kind is ObjectKind.View or ObjectKind.Trigger or ObjectKind.Index
        && (_renames.Exists(rename => rename.To.Kind == model.Key.Kind && rename.To == Renamed(model.Key))
            || (model.Key.Kind != ObjectKind.Trigger && _renames.Exists(rename => rename.To.Kind == ObjectKind.Table
                && rename.To.Name.Equals(model.Key.Part ?? model.Key.Name, StringComparison.OrdinalIgnoreCase))));

    // The views that show a table of which a column is renamed; they themselves are followed by the engine.
    private IEnumerable<ObjectKey> Shown()
    {
        var tables = _plan.Before.Tables.Where(table => _renames.Exists(rename => rename.To.Kind == ObjectKind.Column && rename.To.Table == Renamed(table.Key)));
        return Above(tables.Select(table => table.Key)).Select(each => each.Key).Where(key => key.Kind == ObjectKind.View);
    }

    // Views and triggers that need one of these, or stand on one, and those that need such a view.
    private List<ObjectModel> Above(IEnumerable<ObjectKey> keys)
    {
        var (found, below) = (new List<ObjectModel>(), keys.Where(key => key.Kind is ObjectKind.Table or ObjectKind.View).ToHashSet());
        while (_plan.Before.All.FirstOrDefault(each => !found.Contains(each) && Stands(each, below)) is { } next)
        {
            found.Add(next);
            below.Add(next.Key);
        }

        return found;
    }

    private static bool Stands(ObjectModel model, HashSet<ObjectKey> below) => model.Key.Kind is ObjectKind.View or ObjectKind.Trigger
        && (model.Needs.Any(below.Contains) || (model.Key.Kind == ObjectKind.Trigger && below.Contains(new(ObjectKind.View, model.Key.Name))));

    // Of a part, the step from its old name tells its table by the new one.
    private ObjectKey Renamed(ObjectKey key)
    {
        var moved = _renames.Find(rename => rename.From.Part is null && rename.From.Name == key.Name) is { } whole ? key with { Name = whole.To.Name } : key;
        return _renames.Find(rename => rename.From.Part is not null && rename.From == moved)?.To ?? moved;
    }
}
