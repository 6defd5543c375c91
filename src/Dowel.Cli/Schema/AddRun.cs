using Dowel.Contracts;
using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>One migration: planned on each engine, written down, proven, and only then put among the scripts.</summary>
/// <param name="invocation">The run of the command.</param>
internal sealed class AddRun(Invocation invocation)
{
    private readonly List<DowelError> _refusals = [];
    private readonly List<DowelError> _warnings = [];
    private readonly SortedSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<UnsaidPart> _unsaid = [];

    /// <summary>The losses that are wanted.</summary>
    public required IReadOnlyList<string> Allowed { get; init; }

    /// <summary>The only engine; null for all that the source is for.</summary>
    public DatabaseKind? Engine { get; init; }

    private RunSettings Settings => invocation.Settings;

    private TimeProvider Clock => invocation.Surroundings.Clock;

    /// <summary>Makes the migration.</summary>
    /// <param name="name">What it does.</param>
    /// <param name="words">What the command line names.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Outcome> RunAsync(string name, (string? Source, string? Folder) words, CancellationToken cancellationToken)
    {
        var description = ScriptFolder.Describe(name);
        var word = AddTarget.Source(words.Source);
        var folder = new AddTarget(Settings).Folder(words.Folder, word);
        var side = await SchemaSide.OpenAsync(word, invocation, cancellationToken).ConfigureAwait(false);
        if (Engine is { } engine && side.Address is { } address && address.Kind != engine)
        {
            throw new CommandLineException(SchemaErrors.TwoEngines());
        }

        var servers = Kinds(side).Select(kind => ScratchServer.Of(kind, Settings, side.Address)).ToList();
        var plans = new List<EnginePlan>();
        foreach (var server in servers)
        {
            invocation.Progress.Show($"comparing on {server.Name}");
            plans.Add(await PlanAsync(side, server, folder, cancellationToken).ConfigureAwait(false));
        }

        _refusals.AddRange(plans is [{ Server.Kind: DatabaseKind.Sqlite } sqlite, { Server.Kind: DatabaseKind.Postgres } postgres] ? DecimalUnits.Find(sqlite.Plan, postgres.Plan) : []);
        var outcome = new AddOutcome
        {
            Folder = folder,
            Source = side.Word,
            Engines = [.. servers.Select(server => server.Name)],
            Kept = [.. _kept],
            Unsaid = [.. _unsaid.OrderBy(part => part.Table, StringComparer.Ordinal).ThenBy(part => part.Name, StringComparer.Ordinal)],
            Warnings = [.. _warnings.Distinct()],
        };
        var todo = plans.Where(plan => plan.Up.Count > 0).ToList();
        return _refusals.Count > 0 ? outcome with { Failure = new([.. _refusals.Distinct()], ExitCodes.Findings) }
            : todo.Count == 0 ? outcome
            : await WriteAsync(outcome, (folder, description), todo, servers.Count == 1 && IsOfOneEngine(side), cancellationToken).ConfigureAwait(false);
    }

    private IReadOnlyList<DatabaseKind> Kinds(SchemaSide side)
    {
        var statements = side.Contracts.Statements.ToList();
        return (Engine ?? side.Address?.Kind) is { } one ? [one]
            : statements.Count > 0 && statements.All(statement => statement.Postgres is null) ? [DatabaseKind.Sqlite]
            : statements.Count > 0 && statements.All(statement => statement.Sqlite is null) ? [DatabaseKind.Postgres]
            : [DatabaseKind.Sqlite, DatabaseKind.Postgres];
    }

    private static bool IsOfOneEngine(SchemaSide side) => side.Contracts.Statements.Any()
        && (side.Contracts.Statements.All(statement => statement.Postgres is null) || side.Contracts.Statements.All(statement => statement.Sqlite is null));

    private async Task<EnginePlan> PlanAsync(SchemaSide side, ScratchServer server, string folder, CancellationToken cancellationToken)
    {
        var before = Directory.Exists(folder)
            ? await SchemaSide.ReplayAsync(new FolderSource(folder), server, cancellationToken).ConfigureAwait(false)
            : DatabaseModel.Empty;
        var unsaid = new UnsaidParts(Allowed);
        var after = side.HasRecords
            ? await side.OverAsync(before, server, new(Allowed, unsaid), cancellationToken).ConfigureAwait(false)
            : server.Comparable(await side.ReadAsync(server, cancellationToken).ConfigureAwait(false));
        var options = side.Says(server.Kind, before, after) with { Allowed = Allowed.ToHashSet(StringComparer.Ordinal) };
        var plan = SchemaDiff.Compare(before, after, options, server.Engine);
        IReadOnlyList<string> unrecorded = side.HasRecords ? [.. new RecordLayer(side.Contracts).Unrecorded(after)] : [];
        _unsaid.UnionWith(unsaid.Kept);
        _kept.UnionWith(unrecorded);
        var (review, twins) = (new PlanReview(plan, side), new TwinTables(plan, unrecorded));
        IReadOnlyList<DowelError> refusals = [.. review.Refusals, .. twins.Refusals(Allowed)];
        _refusals.AddRange(refusals);
        _warnings.AddRange(review.Warnings(Allowed.Except(twins.Words).Except(unsaid.Used)));
        if (refusals.Count > 0 || plan.IsEmpty)
        {
            return new(server, plan, []);
        }

        return Back(new(server, plan, server.Engine.Render(plan)) { IgnoresConstraintNames = options.IgnoresConstraintNames }, options);
    }

    private static EnginePlan Back(EnginePlan plan, DiffOptions options)
    {
        var back = new WayBack(plan.Plan, plan.Server.Engine);
        return plan with { Down = back.Find(options), NoDown = back.Obstacle };
    }

    private async Task<Outcome> WriteAsync(
        AddOutcome outcome, (string Folder, string Description) target, List<EnginePlan> plans, bool isOfOneEngine, CancellationToken cancellationToken)
    {
        var naming = Directory.Exists(target.Folder)
            ? ScriptNaming.Of(target.Folder, Settings.SetOptions.Layout, Clock)
            : ScriptNaming.OfNothing(Settings.SetOptions.Layout, Clock);
        var writer = new MigrationFiles(naming, Clock) { IsListed = naming.IsListedIn(target.Folder), IsOfOneEngine = isOfOneEngine };
        if (!naming.HasWaysBack)
        {
            plans = plans.ConvertAll(plan => plan with { Down = null, NoDown = null });
        }

        var (files, proofs) = (writer.Of(target.Description, plans), await ProveAsync(target.Folder, writer.Of(target.Description, plans), plans, cancellationToken).ConfigureAwait(false));
        if (proofs.Any(proof => proof.Astray is not null))
        {
            plans = [.. plans.Zip(proofs, (plan, proof) => proof.Astray is { } reason ? plan with { Down = null, NoDown = reason } : plan)];
            files = writer.Of(target.Description, plans);
        }

        return outcome with
        {
            Files = ScriptFolder.Write(target.Folder, files, Clock),
            Found = await MeasureAsync(plans, cancellationToken).ConfigureAwait(false),
            Rows = proofs.Select(proof => proof.Rows).Max(),
            Changes = [.. plans[^1].Plan.Changes.Where(change => change is not DropObject { IsMadeAgain: true }).Select(ChangeWords.Of).Distinct()],
            Warnings =
            [
                .. outcome.Warnings, .. proofs.SelectMany(proof => proof.Warnings),
                .. plans.Where(plan => plan.NoDown is not null).Select(plan => SchemaErrors.NoWayBack(plan.Server.Name, plan.NoDown!)),
            ],
        };
    }

    private static async Task<IReadOnlyList<(string Engine, HazardReport Report)>> MeasureAsync(List<EnginePlan> plans, CancellationToken cancellationToken)
    {
        var found = new List<(string, HazardReport)>();
        foreach (var plan in plans)
        {
            found.Add((plan.Server.Name, await new HazardMeasure(plan.Server).RunAsync(plan.Plan, plan.Up, cancellationToken).ConfigureAwait(false)));
        }

        return found;
    }

    private async Task<IReadOnlyList<MigrationProof>> ProveAsync(
        string folder, IReadOnlyList<NewScriptFile> files, List<EnginePlan> plans, CancellationToken cancellationToken)
    {
        var copy = Directory.CreateTempSubdirectory("dowel-add-").FullName;
        try
        {
            ScriptFolder.Copy(folder, copy);
            ScriptFolder.Write(copy, files, Clock);
            var proofs = new List<MigrationProof>();
            foreach (var plan in plans)
            {
                invocation.Progress.Show($"proving on {plan.Server.Name}");
                proofs.Add(new(plan, folder, copy));
                await proofs[^1].RunAsync(cancellationToken).ConfigureAwait(false);
            }

            return proofs;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
