using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>All that was seen of one statement, and what it says. Pure.</summary>
/// <param name="sql">The statement.</param>
/// <param name="before">The relations before it.</param>
/// <param name="after">The relations after it.</param>
internal sealed class PostgresTrace(string sql, PostgresRelations before, PostgresRelations after)
{
    private readonly ILookup<uint, KeyValuePair<uint, PostgresRelation>> _parts = before.ToLookup(pair => pair.Value.Table);
    private readonly ILookup<uint, PostgresRelation> _made = after.Where(pair => !before.ContainsKey(pair.Key)).ToLookup(pair => pair.Value.Table, pair => pair.Value);

    /// <summary>The relations that were there before the plan.</summary>
    public required IReadOnlySet<uint> Existing { get; init; }

    /// <summary>The locks with which it began.</summary>
    public required PostgresLocks Earlier { get; init; }

    /// <summary>The locks with which it ended; of one outside a transaction those that were seen while it ran.</summary>
    public required PostgresLocks Locks { get; init; }

    /// <summary>What the server said.</summary>
    public required PostgresNotices Notices { get; init; }

    /// <summary>The tables whose references were looked up.</summary>
    public required IReadOnlySet<uint> Referring { get; init; }

    /// <summary>Gives the tables that it has to do with, by name.</summary>
    public StatementTrace Read() => new(sql,
    [
        .. before.Where(pair => !pair.Value.IsIndex && Existing.Contains(pair.Key)).Select(pair => Of(pair.Key, pair.Value))
            .Where(IsTouched).OrderBy(table => table.Table, StringComparer.Ordinal),
    ]);

    private static bool IsTouched(TableTrace table) => table.Lock > TableLock.None || table.Work != TableWork.None;

    private TableTrace Of(uint id, PostgresRelation relation)
    {
        var now = after.GetValueOrDefault(id);
        return new(relation.Path, StrongestOf(Locks, id))
        {
            Earlier = StrongestOf(Earlier, id),
            Work = now is null ? TableWork.None : Work(id, relation, now),
            Turn = now is null ? TableTurn.None : Turn(id, relation, now),
        };
    }

    // A table is planned with all of its indexes, so that a lock on one of them is as good as one on the table.
    private TableLock StrongestOf(PostgresLocks locks, uint table) => _parts[table]
        .Where(pair => Existing.Contains(pair.Key) && (!pair.Value.IsIndex || locks.GetValueOrDefault(pair.Key) == TableLock.AccessExclusive))
        .Select(pair => locks.GetValueOrDefault(pair.Key)).Max();

    private TableWork Work(uint id, PostgresRelation old, PostgresRelation now)
    {
        var said = Locks.ContainsKey(id) ? Notices.WorkOn(old.Name) : TableWork.None;
        return IsEmptied(old, now) ? TableWork.None : said
            | (old.File != now.File ? TableWork.Rewrites : TableWork.None)
            | (Referring.Contains(id) ? TableWork.References : TableWork.None)
            | (now.Scans > old.Scans ? TableWork.Scans : TableWork.None);
    }

    // Another file where nobody says that the table was rewritten: emptied, unless the statement cannot do that.
    private bool IsEmptied(PostgresRelation old, PostgresRelation now) => old.File != now.File && old.Kind == 'r' && !Notices.WorkOn(old.Name).HasFlag(TableWork.Rewrites)
        && FirstWord() is "truncate" or "do" or "call" or "select";

    private TableTurn Turn(uint id, PostgresRelation old, PostgresRelation now) =>
        Turns(id, old, now).Where(turn => turn.IsSo).Aggregate(TableTurn.None, (all, turn) => all | turn.Turn);

    private (TableTurn Turn, bool IsSo)[] Turns(uint id, PostgresRelation old, PostgresRelation now) =>
    [
        (TableTurn.Column, now.Columns.Count > old.Columns.Count),
        (TableTurn.Computed, now.Computed > old.Computed),
        (TableTurn.Type, now.Columns.Count == old.Columns.Count && !now.Columns.SequenceEqual(old.Columns)),
        (TableTurn.NotNull, now.NotNulls > old.NotNulls),
        (TableTurn.Constraint, now.Constraints > old.Constraints),
        (TableTurn.Exclusion, _made[id].Any(index => index.IsExclusion)),
        (TableTurn.Attached, now.IsPartition && !old.IsPartition),
        (TableTurn.Part, old.IsPartition),
        (TableTurn.Reindex, old.File == now.File && _parts[id].Any(pair => pair.Value.IsIndex && IsMoved(pair.Key, pair.Value))),
        (TableTurn.View, old.Kind == 'm'),
    ];

    private bool IsMoved(uint index, PostgresRelation old) => after.TryGetValue(index, out var now) && now.File != old.File;

    private string FirstWord()
    {
        foreach (var token in new PostgresLexer(sql))
        {
            if (token.Kind != PostgresTokenKind.Comment)
            {
                return token.Of(sql).ToString().ToLowerInvariant();
            }
        }

        return "";
    }
}
