using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>A script that would run, in JSON.</summary>
internal sealed record PlannedScript(
    string? Version, string Description, string Kind, string File, string Runs, int Done, IReadOnlyList<PlannedStatement> Statements)
{
    /// <summary>Takes a prepared script apart.</summary>
    public static PlannedScript Of(PreparedScript script) => new(
        script.Script.Version?.Text,
        script.Script.Description,
        script.Script.Kind.ToString().ToLowerInvariant(),
        script.Script.Path,
        script.Mode == TransactionMode.Whole ? "transaction" : "stepwise",
        script.Done,
        [.. script.Statements.Select((statement, index) => PlannedStatement.Of(script, statement, index))]);
}
