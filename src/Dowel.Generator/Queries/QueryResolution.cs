namespace Dowel.Generator;

/// <summary>Gives a repository's methods their SQL, from attributes and files, and checks it.</summary>
/// <remarks>Works on values alone: it runs again where a method or a file that one names has changed.</remarks>
internal sealed class QueryResolution
{
    private readonly Dictionary<string, string> _files;
    private readonly DiagnosticList _diagnostics = new();

    private readonly RepositoryModel _repository;

    private QueryResolution(RepositoryModel repository, IEnumerable<SqlFile> files)
    {
        _repository = repository;
        _files = files.GroupBy(file => file.Path).ToDictionary(file => file.Key, file => file.First().Text);
    }

    /// <summary>Completes a repository.</summary>
    /// <param name="parsed">What was made of its source.</param>
    /// <param name="files">The SQL files that methods name.</param>
    /// <returns>The repository with its methods.</returns>
    public static ParsedRepository Resolve(ParsedRepository parsed, IEnumerable<SqlFile> files)
    {
        if (parsed.Queries.Count == 0 || parsed is not { Model: { } model, Places: { } places })
        {
            return parsed;
        }

        var resolution = new QueryResolution(model, files);
        var methods = parsed.Queries.Select(resolution.Resolve).ToList();
        return new(
            model with { Methods = methods.Select(method => method.Model).ToEquatableArray() },
            places with { Methods = methods.Select(method => method.Places).ToEquatableArray() },
            parsed.Diagnostics.Concat(resolution._diagnostics.ToModels()).ToEquatableArray());
    }

    private (MethodModel Model, MethodPlaces Places) Resolve(QuerySource source)
    {
        var broken = (source.Method with { IsBroken = true }, new MethodPlaces(source.Place.Place, default, default));
        if (source is { File: not null } and ({ Shared: not null } or { Sqlite: not null } or { Postgres: not null }))
        {
            Add(QueryErrors.GivenTwice.Id, source.Place, source.Method.Name);
            return broken;
        }

        var found = source.FilePath is { } path ? AddFiles(source, path) : source;
        if ((found.Sqlite ?? found.Shared, found.Postgres ?? found.Shared) is not ({ } sqlite, { } postgres))
        {
            AddMissing(found);
            return broken;
        }

        if (source.Method.IsBroken)
        {
            return broken;
        }

        var method = source.Method with { Sqlite = sqlite.Text, Postgres = postgres.Text };
        var before = _diagnostics.Count;
        new QueryChecks(source with { Method = method }, QueryPlan.Create(method), _repository, _diagnostics).Check(sqlite, postgres);
        return (
            method with { IsBroken = _diagnostics.Count > before },
            new(source.Place.Place, sqlite.Places.ToEquatableArray(), postgres.Places.ToEquatableArray()));
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
