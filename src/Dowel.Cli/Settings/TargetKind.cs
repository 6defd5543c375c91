namespace Dowel.Cli;

/// <summary>What a fan-out goes over.</summary>
internal enum TargetKind
{
    /// <summary>SQLite files.</summary>
    Files,

    /// <summary>Schemas of one PostgreSQL database.</summary>
    Schemas,

    /// <summary>Databases of one PostgreSQL server.</summary>
    Databases,
}
