namespace Dowel.Data;

/// <summary>What a transaction may do.</summary>
public enum TransactionAccess
{
    /// <summary>Read and write.</summary>
    ReadWrite,

    /// <summary>Read.</summary>
    ReadOnly,
}
