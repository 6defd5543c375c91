namespace Dowel.Generator;

/// <summary>Gives a repository's methods their SQL, from attributes and files, and checks it.</summary>
/// <remarks>Works on values alone: it runs again where a method or a file that one names has changed.</remarks>
internal sealed class QueryResolution
{
    private readonly Dictionary<string, string> _files;
    private readonly DiagnosticList _diagnostics = new();

    private readonly RepositoryModel _repository;

    private readonly List<OwnedTableModel> _owned;

    private QueryResolution(RepositoryModel repository, IEnumerable<SqlFile> files, List<OwnedTableModel> owned)
    {
        _repository = repository;
        _owned = owned;
        _files = files.GroupBy(file => file.Path).ToDictionary(file => file.Key, file => file.First().Text);
    }

    /// <summary>Completes a repository.</summary>
    /// <param name="parsed">What was made of its source.</param>
    /// <param name="files">The SQL files that methods name.</param>
    /// <param name="tables">The owned tables of the project.</param>
    /// <returns>The repository with its methods.</returns>
    public static ParsedRepository Resolve(ParsedRepository parsed, IEnumerable<SqlFile> files, IEnumerable<OwnedTableModel> tables)
    {
        if (parsed is not { Model: { } model, Places: { } places })
        {
            return parsed;
        }

        var owned = Owned(model.Record, tables);
        places = places with
        {
            Owned = owned.SelectMany(table => table.Owner.Through.Select(link => link.Table).Prepend(table.Table))
                .Distinct().OrderBy(table => table, StringComparer.Ordinal).ToEquatableArray(),
        };
        if (parsed.Queries.Count == 0)
        {
            return parsed with { Places = places };
        }

        var resolution = new QueryResolution(model, files, owned);
        var methods = parsed.Queries.Select(resolution.Resolve).ToList();
        resolution.CheckNames(parsed.Queries);
        return new(
            model with { Methods = methods.Select(method => method.Model).ToEquatableArray() },
            places with { Methods = methods.Select(method => method.Places).ToEquatableArray() },
            parsed.Diagnostics.Concat(resolution._diagnostics.ToModels()).ToEquatableArray());
    }

    // The repository's own record may be another project's.
    private static List<OwnedTableModel> Owned(RecordModel record, IEnumerable<OwnedTableModel> tables) =>
        [.. (record.Owner is { } owner ? [new(record.Table, owner)] : Array.Empty<OwnedTableModel>()).Concat(tables).GroupBy(table => table.Table).Select(same => same.First())];

    private (MethodModel Model, MethodPlaces Places) Resolve(QuerySource source)
    {
        var broken = (source.Method with { IsBroken = true }, new MethodPlaces(source.Place.Place, default, default));
        if (source is { File: not null } and ({ Shared: not null } or { Sqlite: not null } or { Postgres: not null }))
        {
            Add(QueryErrors.GivenTwice.Id, source.Place, source.Method.Name);
            return broken;
        }

        if (source.Where is not null)
        {
            if (!new WriteChecks(source, _repository.Record, _diagnostics).Check())
            {
                return broken;
            }

            source = source with { Shared = FragmentText.Make(source, _repository.Record), Method = source.Method with { Target = TargetOf(source.Method) } };
        }

        var found = source.FilePath is { } path ? AddFiles(source, path) : source;
        if ((found.Sqlite ?? found.Shared, found.Postgres ?? found.Shared) is not ({ } sqlite, { } postgres))
        {
            AddMissing(found);
            return broken;
        }

        if (source.Method.IsBroken || (source.Where is null && HasMark(sqlite, postgres)))
        {
            return broken;
        }

        var method = source.Method with { Sqlite = sqlite.Text, Postgres = postgres.Text };
        method = method with { Owned = _owned.Where(table => Names(method, table.Table)).ToEquatableArray() };
        var before = _diagnostics.Count;
        var checks = new QueryChecks(source with { Method = method }, QueryPlan.Create(method), _repository, _diagnostics);
        checks.Check(sqlite, postgres);
        if (_owned.Count > 0 && _diagnostics.Count == before)
        {
            checks.CheckVerbs(sqlite, postgres);
        }

        return (
            method with { IsBroken = _diagnostics.Count > before },
            new(source.Place.Place, sqlite.Places.ToEquatableArray(), postgres.Places.ToEquatableArray()));
    }

    private void CheckNames(IEnumerable<QuerySource> sources)
    {
        var generated = OperationList.Generated(new(_repository)).Select(operation => operation.Text!).ToList();
        foreach (var source in sources.Where(source => generated.Exists(text => text.IsSame(source.Method))))
        {
            Add(QueryErrors.Generated.Id, source.Place, source.Method.Name);
        }
    }

    private static bool Names(MethodModel method, string table) => new[] { method.Sqlite, method.Postgres }.Any(text => text.Contains($"{{{table}}}"));

    private OwnedTableModel? TargetOf(MethodModel method) =>
        _repository.Record.Owner is { } owner && method.Unowned is null ? new(_repository.Record.Table, owner) : null;

    private bool HasMark(params QueryText[] texts)
    {
        var marked = texts.FirstOrDefault(text => text.Text.Contains($"{OwnerSql.Mark}"));
        if (marked is not null)
        {
            Add(OwnershipErrors.Mark.Id, marked.Locate(marked.Text.IndexOf(OwnerSql.Mark), 1));
        }

        return marked is not null;
    }

    private QuerySource AddFiles(QuerySource source, string path) => source with
    {
        Shared = Find(path),
        Sqlite = Find(SqlFile.Variant(path, SqlFile.Sqlite)),
        Postgres = Find(SqlFile.Variant(path, SqlFile.Postgres)),
    };

    private QueryText? Find(string path) => _files.TryGetValue(path, out var text) ? QueryText.OfFile(path, text) : null;

    private void AddMissing(QuerySource source)
    {
        if (source is { File: { } file, Sqlite: null, Postgres: null })
        {
            Add(QueryErrors.FileNotFound.Id, file.Whole, file.Text, source.FilePath!);
            return;
        }

        var (engine, property) = source.Sqlite is null ? ("SQLite", "Sqlite") : ("PostgreSQL", "Postgres");
        Add(QueryErrors.NoSql.Id, source.Place, source.Method.Name, engine, property);
    }

    private void Add(string code, LocationSnapshot place, params string[] arguments) => _diagnostics.Add(code, place, arguments);
}
