using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>Where throw-away databases of one engine come from.</summary>
/// <param name="address">A database of the engine, which is left alone.</param>
/// <param name="settings">What holds for the run.</param>
internal sealed class ScratchServer(DatabaseAddress address, RunSettings settings)
{
    private bool _isSchema;

    /// <summary>The engine.</summary>
    public DatabaseKind Kind => address.Kind;

    /// <summary>What the engine can change.</summary>
    public ISchemaEngine Engine { get; } = Engines.SchemaEngineOf(address.Kind);

    /// <summary>The engine's rules for scripts.</summary>
    public Dialect Dialect { get; } = Engines.DialectOf(address);

    /// <summary>The engine's name for people.</summary>
    public string Name => Kind == DatabaseKind.Postgres ? "PostgreSQL" : "SQLite";

    /// <summary>What holds for the run.</summary>
    public RunSettings Settings => settings;

    /// <summary>Finds a place for an engine's databases.</summary>
    /// <param name="kind">The engine.</param>
    /// <param name="settings">What holds for the run.</param>
    /// <param name="known">Databases that the command line names beside <c>--url</c>.</param>
    /// <exception cref="CommandLineException">It takes a server, and none is named.</exception>
    public static ScratchServer Of(DatabaseKind kind, RunSettings settings, params IEnumerable<DatabaseAddress?> known) => kind == DatabaseKind.Sqlite
        ? new(DatabaseAddress.Memory, settings)
        : known.Append(settings.FindAddress()).FirstOrDefault(each => each?.Kind == kind) is { } found ? new(found, settings)
        : throw new CommandLineException(SchemaErrors.NeedsServer());

    /// <summary>Makes an empty database.</summary>
    public async Task<Scratch> CreateAsync(CancellationToken cancellationToken)
    {
        var server = Engines.OpenServer(address, settings);
        var database = await server.CreateScratchAsync(cancellationToken).ConfigureAwait(false);
        _isSchema = database.Schema != settings.Schema;
        return new(database, settings.MigratorOptions);
    }

    /// <summary>What of a database's schema can be compared with what scripts make here: without what only a whole database has, where they are tried in a schema of one.</summary>
    public DatabaseModel Comparable(DatabaseModel database) => !_isSchema ? database : database with { Objects = [.. database.Objects.Where(each => !IsOfDatabase(each.Key))] };

    private static bool IsOfDatabase(ObjectKey key) => key.Kind is ObjectKind.Schema or ObjectKind.Extension || key.Part == "schema owner"
        || (key.Kind is ObjectKind.Grant or ObjectKind.Comment && key.Name.StartsWith("schema ", StringComparison.Ordinal));

    /// <summary>Loads scripts for the engine.</summary>
    public ScriptSet Load(IScriptSource source) => ScriptSetLoader.Load([source], Dialect, source is SqlFileSource ? SqlFileSource.Options(settings.SetOptions) : settings.SetOptions);
}
