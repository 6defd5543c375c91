namespace Dowel.Contracts;

/// <summary>A parameter of a statement.</summary>
/// <param name="Name">Its name in the method.</param>
/// <param name="Type">What it is sent as; of a list, each value's.</param>
/// <param name="IsNullable">Whether null can be sent.</param>
internal sealed record ContractParameter(string Name, ContractType Type, bool IsNullable)
{
    /// <summary>Whether it is a list: an array on PostgreSQL, JSON on SQLite.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether PostgreSQL gets an array with a value for each of many rows; SQLite is sent each row by itself.</summary>
    public bool IsUnnested { get; init; }
}
