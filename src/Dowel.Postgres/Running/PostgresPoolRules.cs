using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>What a script cannot do where each transaction may have another session. Pure.</summary>
internal static class PostgresPoolRules
{
    /// <summary>Finds statements that speak to the session, in scripts whose later statements have another one.</summary>
    /// <param name="scripts">What is about to run.</param>
    /// <param name="database">The database's name for people.</param>
    public static IReadOnlyList<DowelError> Find(IReadOnlyList<PreparedScript> scripts, string database) =>
    [
        .. from script in scripts
           where script.Mode == TransactionMode.Stepwise
           from step in script.Steps
           where step.Kind == StepKind.Outside || step.End < script.Statements.Count
           from statement in script.Statements.Skip(step.First).Take(step.Count)
           let what = WhatIsKept(statement)
           where what is not null
           select RunErrors.SessionBehindPooler(database, what, script.Locate(statement)),
    ];

    private static string? WhatIsKept(Statement statement)
    {
        if (statement.Traits.HasFlag(StatementTraits.ChangesSession))
        {
            return "changes its session";
        }

        var words = new PostgresCursor(statement.Text);
        if (!words.Take("create"))
        {
            return null;
        }

        _ = words.TakeOneOf("local", "global");
        return words.TakeOneOf("temp", "temporary") ? "makes something temporary" : null;
    }
}
