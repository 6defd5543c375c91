using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>How one engine keeps records. Pure.</summary>
internal interface IRecordDialect
{
    /// <summary>A column's type, with its collation; of an identity with what makes its values.</summary>
    string TypeOf(ContractColumn column);

    /// <summary>The text of an expression; null where this engine has none.</summary>
    string? TextOf(ContractSql sql);

    /// <summary>Whether the definition of an identity is the primary key as well.</summary>
    bool IdentityIsKey { get; }

    /// <summary>Whether a table can refer to one that is made after it.</summary>
    bool RefersForward { get; }

    /// <summary>What a column's values must be because its type alone does not say it; null for nothing.</summary>
    string? RuleOf(ContractColumn column);

    /// <summary>The statements that keep the owners of a table's rows apart; none where the engine has no such thing.</summary>
    /// <param name="table">An owned table.</param>
    IEnumerable<string> RowSecurityOf(ContractTable table);

    /// <summary>Whether every value of a property can be written into a column and read back as it was.</summary>
    bool Fits(ContractType type, ColumnModel column);
}
