namespace Dowel.Contracts.Tests;

/// <summary>Contracts as the generator writes them, in few words.</summary>
internal static class Shop
{
    public static readonly ContractType Text = new(ContractWord.Text);
    public static readonly ContractType BigInt = new(ContractWord.BigInt);
    public static readonly ContractType Uuid = new(ContractWord.Uuid);

    /// <summary>A record's contract.</summary>
    public static RepositoryContract Of(string table, params ContractColumn[] columns) => Of(new ContractTable(table, $"Shop.{table}", new($"{table}.cs", 1, 1)) { Columns = columns });

    /// <summary>A record's contract.</summary>
    public static RepositoryContract Of(ContractTable table) => new($"Shop.{table.Name}Repository") { Table = table };

    /// <summary>The same record with more to say.</summary>
    public static RepositoryContract With(this RepositoryContract contract, Func<ContractTable, ContractTable> more) => contract with { Table = more(contract.Table!) };

    /// <summary>A column that is never null.</summary>
    public static ContractColumn Column(string name, ContractType? type = null) => new(name, type ?? Text, IsNullable: false);

    /// <summary>The one key.</summary>
    public static ContractColumn Id(ContractType? type = null) => Column("id", type ?? BigInt) with { Key = 1 };

    /// <summary>A column that refers to a table's <c>id</c>.</summary>
    public static ContractColumn To(string name, string table, string rule = "restrict") => Column(name, BigInt) with { References = new(table, "id", rule) };
}
