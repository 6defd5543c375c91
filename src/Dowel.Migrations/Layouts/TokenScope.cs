namespace Dowel.Migrations;

/// <summary>Where <c>${name}</c> is replaced in a set of scripts.</summary>
public enum TokenScope
{
    /// <summary>Nowhere; a token in plain code is refused, since no server takes it.</summary>
    Off,

    /// <summary>In code, quoted identifiers and dollar-quoted bodies; never in quoted strings or comments.</summary>
    Code,

    /// <summary>Everywhere, as Flyway and Evolve do.</summary>
    Everywhere,
}
