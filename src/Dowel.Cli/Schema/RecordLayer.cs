using Dowel.Contracts;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>What an assembly's records want of the schema that its scripts make.</summary>
internal static class RecordLayer
{
    /// <summary>The schema with what the records say of it, in the engine's own words.</summary>
    /// <param name="scripts">What the scripts make.</param>
    /// <param name="contracts">The repositories.</param>
    /// <param name="server">Where throw-away databases come from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<DatabaseModel> ApplyAsync(DatabaseModel scripts, ContractSet contracts, ScratchServer server, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return scripts;
    }

    /// <summary>The schema without tables that may go and that no record is a row of; what stands on them goes along.</summary>
    public static DatabaseModel Without(DatabaseModel scripts, ContractSet contracts, IReadOnlyList<string> allowed)
    {
        var going = Unrecorded(scripts, contracts).Where(table => allowed.Contains($"drop-table:{table.Key.Path}")).Select(table => table.Key).ToHashSet();
        return going.Count == 0 ? scripts : scripts with
        {
            Tables = [.. scripts.Tables.Where(table => !going.Contains(table.Key))],
            Objects = [.. scripts.Objects.Where(each => !going.Contains(each.Key.Table) && !each.Needs.Any(need => going.Contains(need)))],
        };
    }

    /// <summary>Tables that no record is a row of.</summary>
    public static IEnumerable<TableModel> Unrecorded(DatabaseModel scripts, ContractSet contracts) => scripts.Tables.Where(table =>
        table.Kind == TableKind.Table && (table.Schema is not null || !contracts.Contracts.Any(contract => contract.Table?.Name == table.Name)));

    /// <summary>What the records say about old names.</summary>
    public static IReadOnlyList<RenameIntent> Renames(ContractSet contracts) => [];

    /// <summary>What they say of rows that are there.</summary>
    public static IReadOnlyDictionary<ObjectKey, string> Backfills(ContractSet contracts, DatabaseKind engine) => new Dictionary<ObjectKey, string>();
}
