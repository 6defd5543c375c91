using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>Decides whether a new enum label must be committed before a script can go on.</summary>
/// <remarks>
/// The server refuses a label in the transaction that adds it; before PostgreSQL 17 also where that transaction created the type (seen on 15: SQLSTATE
/// 55P04). So the trait stays on <c>alter type … add value</c> where a later statement, before the script itself commits, has the label as a string.
/// </remarks>
internal sealed class PostgresEnumLabels
{
    private readonly string _script;
    private readonly List<Statement> _statements;
    private readonly List<(int Index, string Label)> _waiting = [];
    private readonly HashSet<int> _used = [];

    private PostgresEnumLabels(string script, List<Statement> statements) => (_script, _statements) = (script, statements);

    /// <summary>Takes <see cref="StatementTraits.CommitsBeforeUse"/> from the statements whose label the script does not use.</summary>
    /// <param name="script">The text that the statements are cut from.</param>
    /// <param name="statements">All statements in order; replaced where the trait goes.</param>
    public static void Settle(string script, List<Statement> statements)
    {
        if (statements.Exists(AddsLabel))
        {
            new PostgresEnumLabels(script, statements).Settle();
        }
    }

    private static bool AddsLabel(Statement statement) => statement.Traits.HasFlag(StatementTraits.CommitsBeforeUse);

    private void Settle()
    {
        for (var i = 0; i < _statements.Count; i++)
        {
            Read(i, _statements[i]);
        }

        for (var i = 0; i < _statements.Count; i++)
        {
            if (AddsLabel(_statements[i]) && !_used.Contains(i))
            {
                var (statement, traits) = (_statements[i], _statements[i].Traits & ~StatementTraits.CommitsBeforeUse);
                _statements[i] = new(_script, statement.Start, statement.Length, traits);
            }
        }
    }

    private void Read(int index, Statement statement)
    {
        if (AddsLabel(statement))
        {
            Await(index, statement);
        }
        else if (statement.Traits.HasFlag(StatementTraits.Commits))
        {
            _waiting.Clear();
        }
        else if (_waiting.Count > 0)
        {
            FindUses(statement);
        }
    }

    private void Await(int index, Statement statement)
    {
        var cursor = new PostgresCursor(TextOf(statement));
        _ = cursor.Take("alter", "type");
        if (PostgresAlterRules.TakeLabel(ref cursor) is { } label)
        {
            _waiting.Add((index, label));
        }
    }

    private void FindUses(Statement statement)
    {
        foreach (var token in new PostgresLexer(TextOf(statement)))
        {
            if (token.Kind is PostgresTokenKind.String or PostgresTokenKind.DollarString)
            {
                var value = PostgresLiteral.ValueOf(token.Of(TextOf(statement)));
                Use(label => Mentions(value, label));
            }
        }

        var rows = statement.CopyText;
        Use(label => rows.Span.Contains(label, StringComparison.Ordinal));
    }

    private void Use(Predicate<string> mentions)
    {
        for (var i = _waiting.Count - 1; i >= 0; i--)
        {
            if (mentions(_waiting[i].Label))
            {
                _used.Add(_waiting[i].Index);
                _waiting.RemoveAt(i);
            }
        }
    }

    /// <summary>Whether a string is the label, an array that may hold it, or code with the label as a string in it.</summary>
    private static bool Mentions(string value, string label) =>
        value == label
        || (value.StartsWith('{') && value.Contains(label, StringComparison.Ordinal))
        || value.Contains($"'{label.Replace("'", "''", StringComparison.Ordinal)}'", StringComparison.Ordinal);

    private ReadOnlySpan<char> TextOf(Statement statement) => _script.AsSpan(statement.Start, statement.Length);
}
