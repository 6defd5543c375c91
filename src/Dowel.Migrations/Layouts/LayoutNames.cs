namespace Dowel.Migrations;

/// <summary>The names of the naming conventions, as options and output spell them.</summary>
public static class LayoutNames
{
    /// <summary><c>V1_2__x.sql</c>, <c>R__x.sql</c>, <c>U1_2__x.sql</c>, <c>B1__x.sql</c>.</summary>
    public const string Flyway = "flyway";

    /// <summary>Another name for <see cref="Flyway"/>, whose convention Evolve shares.</summary>
    public const string Evolve = "evolve";

    /// <summary><c>001_x.sql</c>, <c>20261121093000_x.sql</c>.</summary>
    public const string Sequential = "sequential";

    /// <summary><c>000001_x.up.sql</c> with <c>000001_x.down.sql</c>.</summary>
    public const string Pairs = "pairs";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Flyway, Evolve, Sequential, Pairs];
}
