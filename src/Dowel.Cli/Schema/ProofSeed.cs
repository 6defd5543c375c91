namespace Dowel.Cli;

/// <summary>The rows that a migration is tried on.</summary>
internal enum ProofSeed
{
    /// <summary>Rows with nulls and extremes, as far as the schema before it allows.</summary>
    Bold,

    /// <summary>Rows that keep to the schema after it too, as far as that is plain.</summary>
    Tame,

    /// <summary>None but those that the scripts have written.</summary>
    None,
}
