using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>One thing to send: a statement of a script, or one of Dowel's own.</summary>
/// <param name="Sql">The text, sent as it is: a batch command is not split by the driver.</param>
/// <param name="Index">The statement's index in its work; null for Dowel's own.</param>
internal sealed record PostgresPiece(string Sql, int? Index = null)
{
    /// <summary>The parameters of a bookkeeping statement.</summary>
    public IReadOnlyList<object?> Values { get; init; } = [];

    /// <summary>The statement, where it is the script's.</summary>
    public Statement? Statement { get; init; }

    /// <summary>Whether it writes to history or journal.</summary>
    public bool IsBookkeeping { get; init; }

    /// <summary>Whether it fails where the right to migrate is lost.</summary>
    public bool IsFence { get; init; }

    /// <summary>Whether the transaction that a batch opens by itself ends behind it, so that settings of new transactions hold for what follows.</summary>
    public bool EndsImplicitTransaction { get; init; }

    /// <summary>Whether it must change a row, or somebody else was faster.</summary>
    public bool MustChangeRow { get; init; }

    /// <summary>The <c>copy</c> that it is, which has to be sent alone: it speaks a protocol of its own; null for anything else.</summary>
    public PostgresCopy? Copy { get; init; }

    /// <summary>What is done in place of sending the text; null for anything that is sent.</summary>
    public Func<CancellationToken, Task<StatementFailure?>>? Act { get; init; }

    /// <summary>Whether nothing else can share its round trip.</summary>
    public bool IsAlone => Copy is not null || Act is not null;

    /// <summary>A statement of a script.</summary>
    public static PostgresPiece Of(Statement statement, int index) =>
        new(statement.Text, index) { Statement = statement, Copy = PostgresCopy.Of(statement.Text) };

    /// <summary>A statement of the bookkeeping.</summary>
    public static PostgresPiece Of(HistoryCommand command) =>
        new(command.Sql) { Values = command.Values, IsBookkeeping = true, MustChangeRow = command.MustChangeRow };

    /// <summary>The piece as the driver takes it.</summary>
    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(Sql) { AppendErrorBarrier = EndsImplicitTransaction ? true : null };
        foreach (var value in Values)
        {
            command.Parameters.Add(value switch
            {
                string text => new NpgsqlParameter<string> { TypedValue = text },
                long number => new NpgsqlParameter<long> { TypedValue = number },
                double number => new NpgsqlParameter<double> { TypedValue = number },
                DateTimeOffset time => new NpgsqlParameter<DateTimeOffset> { TypedValue = time },
                _ => new NpgsqlParameter { Value = DBNull.Value },
            });
        }

        return command;
    }
}
