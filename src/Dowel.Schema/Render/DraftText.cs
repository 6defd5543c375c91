namespace Dowel.Schema;

/// <summary>The statements of a plan as the text of a script. Pure.</summary>
internal static class DraftText
{
    /// <summary>Says that a script runs outside a transaction.</summary>
    public const string NoTransaction = "-- dowel: transaction=none\n";

    /// <summary>All that makes a schema from nothing, and a line for what has no place in the model.</summary>
    public static string Of(DatabaseModel model, ISchemaEngine engine) =>
        (model.All.Any() || model.Unmodelled.Count > 0 ? Of(engine.Render(SchemaDiff.Compare(DatabaseModel.Empty, model, new(), engine))) : "-- Nothing is there.\n")
        + string.Concat(model.Unmodelled.Select(name => $"-- Not shown, since Dowel has no model of it: {name}\n"));

    /// <summary>All scripts of a plan as one text.</summary>
    public static string Of(IReadOnlyList<ScriptDraft> drafts) => string.Join(
        '\n',
        drafts.Select((draft, index) => (draft.IsTransactional ? index == 0 ? "" : "-- In a script of its own:\n" : "-- In a script of its own, outside a transaction:\n") + Of(draft.Statements)));

    /// <summary>Statements one below the other; long ones stand apart.</summary>
    public static string Of(IReadOnlyList<string> statements) => Joined(statements, "");

    /// <summary>Statements with a mark between each and the next.</summary>
    public static string Joined(IReadOnlyList<string> statements, string mark) => string.Concat(statements.Select((statement, index) =>
    {
        var isLast = index == statements.Count - 1;
        var isApart = !isLast && (statement.Contains('\n', StringComparison.Ordinal) || statements[index + 1].Contains('\n', StringComparison.Ordinal));
        return $"{statement};{(isLast ? "" : mark)}\n{(isApart ? "\n" : "")}";
    }));
}
