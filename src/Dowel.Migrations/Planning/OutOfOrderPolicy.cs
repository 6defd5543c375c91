namespace Dowel.Migrations;

/// <summary>What to do with a pending script whose version is below one that is applied.</summary>
public enum OutOfOrderPolicy
{
    /// <summary>Refuse to run anything; the default.</summary>
    Refuse,

    /// <summary>Run it, as any other.</summary>
    Allow,

    /// <summary>Run it and say so.</summary>
    Warn,
}
