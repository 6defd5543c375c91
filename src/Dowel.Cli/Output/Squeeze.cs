namespace Dowel.Cli;

/// <summary>What becomes of a column where the terminal is too narrow for the table.</summary>
internal enum Squeeze
{
    /// <summary>It stays as it is.</summary>
    Never,

    /// <summary>It is left out; the last such column first.</summary>
    Drop,

    /// <summary>Its cells are cut, with an ellipsis.</summary>
    Cut,

    /// <summary>Its cells take several lines.</summary>
    Wrap,
}
