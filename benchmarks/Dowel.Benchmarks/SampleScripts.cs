using System.Globalization;

namespace Dowel.Benchmarks;

/// <summary>What is migrated: scripts of two statements, a table and a row for it.</summary>
/// <param name="Count">How many.</param>
/// <param name="TakesTwice">Whether a script that runs twice goes through and leaves a second row, instead of failing.</param>
internal sealed record SampleScripts(int Count, bool TakesTwice = false)
{
    /// <summary>A name for a folder of them.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Count}{(TakesTwice ? "-twice" : "")}");

    /// <summary>The two statements of one script, without an end.</summary>
    /// <remarks>No text column: on PostgreSQL it would make two more relations for each table, and the server would be measured.</remarks>
    public IReadOnlyList<string> Statements(int script) =>
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"create table {(TakesTwice ? "if not exists " : "")}t{script} (id bigint not null, amount int not null)"),
        string.Create(CultureInfo.InvariantCulture, $"insert into t{script} values ({script}, 1)"),
    ];

    /// <summary>One script as a text, each statement with its end.</summary>
    public string Text(int script) => string.Concat(Statements(script).Select(statement => statement + ";\n"));
}
