using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Statements as they fall into scripts while a plan is written.</summary>
internal sealed class PostgresDraft
{
    private readonly List<string>[] _parts = [.. Enum.GetValues<PostgresPart>().Select(_ => new List<string>())];
    private readonly List<PostgresNotNull> _notNull = [];
    private readonly List<string> _validations = [];
    private readonly List<string> _handovers = [];
    private readonly List<(ObjectKey Table, int First)> _rewritten = [];
    private readonly Dictionary<PostgresPart, (string Table, string Statement)> _clauses = [];
    private readonly Dictionary<ObjectKey, PostgresPart> _there = [];
    private readonly Dictionary<ObjectKey, PostgresPart> _free = [];

    /// <summary>The earliest script in which all is there that a change needs, and nobody uses any more what it takes away.</summary>
    public PostgresPart From(SchemaChange change) => ChangeLinks.Requires(change).Select(key => _there.GetValueOrDefault(key, PostgresPart.Changes))
        .Concat(ChangeLinks.Removes(change).Select(key => _free.GetValueOrDefault(key, PostgresPart.Changes)))
        .Append(PostgresPart.Changes).Max();

    /// <summary>Says in which script what a change makes is there, and what it takes away is not.</summary>
    public void Settle(SchemaChange change, PostgresPart part)
    {
        if (part > PostgresPart.Changes)
        {
            ChangeLinks.Provides(change).ToList().ForEach(key => _there[key] = part);
            ChangeLinks.Frees(change).ToList().ForEach(key => _free[key] = part);
        }
    }

    /// <summary>Adds a statement to a script.</summary>
    public void Add(PostgresPart part, string statement) => _parts[(int)part].Add(statement);

    /// <summary>Begins the script of a table that is rewritten by itself, or goes on with it.</summary>
    public PostgresPart RewriteOf(TableModel table)
    {
        if (_rewritten is not [.., var last] || last.Table != table.Key)
        {
            _rewritten.Add((table.Key, _parts[(int)PostgresPart.Rewrites].Count));
        }

        return PostgresPart.Rewrites;
    }

    /// <summary>Adds a clause about a column: those of one table that follow each other are one statement, so that the server goes over its rows once.</summary>
    /// <param name="part">The script.</param>
    /// <param name="table">The table's name as SQL.</param>
    /// <param name="clause">What follows it.</param>
    public void Alter(PostgresPart part, string table, string clause)
    {
        var (statements, beginning) = (_parts[(int)part], $"alter table {table}");
        if (statements is [.., var last] && _clauses.TryGetValue(part, out var open) && open.Statement == last && open.Table == table)
        {
            var rest = last[beginning.Length..].TrimStart();
            statements[^1] = $"{beginning}\n    {rest},\n    {clause}";
        }
        else
        {
            statements.Add($"{beginning} {clause}");
        }

        _clauses[part] = (table, statements[^1]);
    }

    /// <summary>Adds the look at rows that are there for a constraint.</summary>
    /// <param name="part">The script that makes the constraint.</param>
    /// <param name="statement">The statement.</param>
    public void Validate(PostgresPart part, string statement)
    {
        if (part < PostgresPart.Validate)
        {
            _validations.Add(statement);
        }
        else
        {
            Add(PostgresPart.References, statement);
        }
    }

    /// <summary>Puts a key in another's place when its columns are not null; what happens to the other's columns comes later.</summary>
    public void HandOver(string statement) => _handovers.Add(statement);

    /// <summary>Makes a column <c>not null</c>, from a script on.</summary>
    public void Demand(PostgresPart part, PostgresNotNull column)
    {
        Add(part, column.Demand);
        _notNull.Add(column);
    }

    /// <summary>The scripts that have statements.</summary>
    public IReadOnlyList<ScriptDraft> Scripts()
    {
        _parts[(int)PostgresPart.Validate].InsertRange(
            0, [.. _validations, .. _notNull.Select(column => column.Validate), .. _notNull.SelectMany(column => (string[])[column.Set, column.Forget]), .. _handovers]);
        var hasChanges = _parts[(int)PostgresPart.Changes].Count > 0;
        var parts = Enum.GetValues<PostgresPart>().Where(part => _parts[(int)part].Count > 0).ToList();
        return
        [
            .. parts.SelectMany((part, index) => part == PostgresPart.Rewrites ? Rewrites() : [new ScriptDraft(_parts[(int)part])
            {
                Suffix = part == PostgresPart.Changes || (!hasChanges && index == 0) ? "" : part.ToString().ToLowerInvariant(),
                IsTransactional = part is not (PostgresPart.Backfill or PostgresPart.Indexes),
            }]),
        ];
    }

    private IEnumerable<ScriptDraft> Rewrites() => _rewritten.Select((table, index) =>
    {
        var next = index + 1 < _rewritten.Count ? _rewritten[index + 1].First : _parts[(int)PostgresPart.Rewrites].Count;
        var name = table.Table.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') ? $"_{table.Table.Name}" : "";
        return new ScriptDraft(_parts[(int)PostgresPart.Rewrites][table.First..next]) { Suffix = $"rewrite{name}" };
    });
}
