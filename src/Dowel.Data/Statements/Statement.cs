namespace Dowel.Data;

/// <summary>One SQL statement that a repository can send, in the words of each engine.</summary>
/// <remarks>
/// Made once and kept in a static field. The number is its place in each connection's cache of prepared statements, so nothing is
/// looked up by text.
/// </remarks>
public sealed class Statement
{
    private static int _last = -1;

    /// <summary>Takes a number.</summary>
    /// <param name="name">Who sends it, for errors and traces: <c>AccountRepository.FindAsync</c>.</param>
    /// <param name="sqlite">SQLite's text, with parameters <c>?1</c>, <c>?2</c>, ….</param>
    /// <param name="postgres">PostgreSQL's text, with parameters <c>$1</c>, <c>$2</c>, ….</param>
    public Statement(string name, string sqlite, string postgres)
    {
        Name = name;
        Sqlite = sqlite;
        Postgres = postgres;
        Number = Interlocked.Increment(ref _last);
    }

    /// <summary>Who sends it.</summary>
    public string Name { get; }

    /// <summary>SQLite's text.</summary>
    public string Sqlite { get; }

    /// <summary>PostgreSQL's text.</summary>
    public string Postgres { get; }

    /// <summary>Whether PostgreSQL is told whose rows it may see, since a table that it names has row security.</summary>
    public bool HasRowSecurity { get; init; }

    /// <summary>Its number in this process, from zero.</summary>
    public int Number { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
