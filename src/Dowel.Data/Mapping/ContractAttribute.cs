namespace Dowel.Data;

/// <summary>What one repository needs of a database: tables, columns and every statement, as JSON that is read without running anything.</summary>
/// <param name="repository">The repository's full name.</param>
/// <param name="json">The document; <c>docs/reference/contract.md</c> describes it.</param>
/// <remarks>Written by the generator.</remarks>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ContractAttribute(string repository, string json) : Attribute
{
    /// <summary>The repository's full name.</summary>
    public string Repository { get; } = repository;

    /// <summary>The document.</summary>
    public string Json { get; } = json;
}
