using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>A statement that would run, in JSON.</summary>
internal sealed record PlannedStatement(int? Line, int? Column, string Runs, string Sql)
{
    /// <summary>Says of a statement where it stands and how it runs.</summary>
    public static PlannedStatement Of(PreparedScript script, Statement statement, int index)
    {
        var place = script.Locate(statement);
        return new(place.Line, place.Column, HowItRuns(script, index), statement.Text);
    }

    private static string HowItRuns(PreparedScript script, int index)
    {
        if (script.Mode == TransactionMode.Whole)
        {
            return "transaction";
        }

        return script.Steps.First(step => step.End > index).Kind switch
        {
            StepKind.Outside => "outside",
            StepKind.OwnTransaction => "own-transaction",
            _ => "transaction",
        };
    }
}
