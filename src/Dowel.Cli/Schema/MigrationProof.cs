using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>Tries the very files of a migration on a throw-away database: whether they lead where they should, and keep what they should.</summary>
/// <param name="plan">The migration on one engine.</param>
/// <param name="before">The folder without it.</param>
/// <param name="after">A copy of the folder with it.</param>
internal sealed class MigrationProof(EnginePlan plan, string before, string after)
{
    private readonly List<DowelError> _warnings = [];

    /// <summary>What was seen that forbids nothing.</summary>
    public IReadOnlyList<DowelError> Warnings => _warnings;

    /// <summary>Why the way back does not lead back; null where it does, or where there is none.</summary>
    public string? Astray { get; private set; }

    /// <summary>How many rows were kept.</summary>
    public int Rows { get; private set; }

    private ScratchServer Server => plan.Server;

    private ISchemaEngine Engine => plan.Server.Engine;

    /// <summary>Tries it on rows; where those break a new rule, on tamer ones, and then on none.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommandLineException">The proof failed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await FailureAsync(ProofSeed.Bold, cancellationToken).ConfigureAwait(false) is not { } failure)
        {
            return;
        }

        var isEmpty = await FailureAsync(ProofSeed.Tame, cancellationToken).ConfigureAwait(false) is not null;
        if (isEmpty && await FailureAsync(ProofSeed.None, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            throw new CommandLineException(SchemaErrors.NotRun(Server.Name, Words(refusal))) { ExitCode = ExitCodes.ScriptFailed };
        }

        _warnings.Add(SchemaErrors.NotOnRows(Server.Name, Words(failure), isEmpty));
    }

    private string Words(DowelException failure) => failure.Problem.Replace(after, before, StringComparison.Ordinal);

    private async Task<DowelException?> FailureAsync(ProofSeed seed, CancellationToken cancellationToken)
    {
        try
        {
            await TryAsync(seed, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (DowelException failure) when (failure is ScriptFailedException or MigrationRefusedException)
        {
            return failure;
        }
    }

    private async Task TryAsync(ProofSeed seed, CancellationToken cancellationToken)
    {
        var scratch = await Server.CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = scratch.ConfigureAwait(false);
        if (Directory.Exists(before))
        {
            await scratch.ApplyAsync(Server.Load(new FolderSource(before)), target: null, cancellationToken).ConfigureAwait(false);
        }

        var rows = new ProofRows(plan.Plan, Engine);
        await scratch.UseAsync(database => SeedAsync(database, rows, seed, cancellationToken), cancellationToken).ConfigureAwait(false);
        var set = Server.Load(new FolderSource(after));
        await scratch.ApplyAsync(set, target: null, cancellationToken).ConfigureAwait(false);
        var rest = SchemaDiff.Compare(await scratch.ReadAsync(cancellationToken).ConfigureAwait(false), plan.Plan.After, plan.Comparison, Engine);
        if (!rest.IsEmpty)
        {
            throw Failed(SchemaErrors.NotReached(Server.Name, Words(rest)));
        }

        if (await scratch.UseAsync(database => rows.CompareAsync(database, cancellationToken), cancellationToken).ConfigureAwait(false) is { } lost)
        {
            throw Failed(SchemaErrors.NotKept(Server.Name, lost));
        }

        if (plan.Down is not null)
        {
            Astray = await TryBackAsync(scratch, set, cancellationToken).ConfigureAwait(false);
        }

        Rows = rows.Count;
        _warnings.AddRange(rows.Poor.Count == 0 ? [] : [SchemaErrors.FewRows(Server.Name, rows.Poor)]);
    }

    private static async Task<bool> SeedAsync(ISchemaDatabase database, ProofRows rows, ProofSeed seed, CancellationToken cancellationToken)
    {
        if (seed != ProofSeed.None)
        {
            await rows.SeedAsync(database, isTame: seed == ProofSeed.Tame, cancellationToken).ConfigureAwait(false);
        }

        await rows.ReadAsync(database, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<string?> TryBackAsync(Scratch scratch, ScriptSet set, CancellationToken cancellationToken)
    {
        try
        {
            await scratch.UndoAsync(set, plan.Up.Count, cancellationToken).ConfigureAwait(false);
            var rest = SchemaDiff.Compare(await scratch.ReadAsync(cancellationToken).ConfigureAwait(false), plan.Plan.Before, plan.Comparison, Engine);
            return rest.IsEmpty ? null : $"it does not lead back: {string.Join("; ", Words(rest))}.";
        }
        catch (DowelException failure) when (failure is ScriptFailedException or MigrationRefusedException)
        {
            return failure.Problem;
        }
    }

    private static IEnumerable<string> Words(SchemaPlan rest) =>
        rest.Changes.Select(ChangeWords.Of).Concat(rest.Obstacles.Select(obstacle => $"{obstacle.Key}: {obstacle.Problem}"));

    private static CommandLineException Failed(DowelError error) => new(error) { ExitCode = ExitCodes.Findings };
}
