namespace Dowel.Migrations;

/// <summary>One statement of Dowel's own bookkeeping.</summary>
/// <param name="Sql">The text, with parameters <c>$1</c>, <c>$2</c>, … that both engines understand.</param>
/// <param name="Values">Strings, <see cref="long"/>, <see cref="double"/>, <see cref="DateTimeOffset"/> or null, in the order of the parameters.</param>
public sealed record HistoryCommand(string Sql, params IReadOnlyList<object?> Values)
{
    /// <summary>Whether the statement must change a row; where it does not, somebody else was faster.</summary>
    public bool MustChangeRow { get; init; }
}
