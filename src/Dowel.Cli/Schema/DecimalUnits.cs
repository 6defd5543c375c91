using System.Globalization;
using System.Text.RegularExpressions;
using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>Decimals that SQLite would go on counting in a unit that they no longer have. Pure.</summary>
/// <remarks>
/// SQLite keeps a short decimal as an integer counted in its last digit's unit, and no type says which: another scale leaves 10.50 as the number 1050,
/// which is then 1.050. PostgreSQL's type says it, so where a migration is for both the change shows there.
/// </remarks>
internal static partial class DecimalUnits
{
    private const int LongestCounted = 18;

    /// <summary>Finds columns whose values would mean something else.</summary>
    /// <param name="sqlite">The plan for SQLite.</param>
    /// <param name="postgres">The plan for PostgreSQL.</param>
    public static IEnumerable<DowelError> Find(SchemaPlan sqlite, SchemaPlan postgres) =>
        from change in postgres.Changes.OfType<AlterColumn>()
        let column = sqlite.After.Find(change.Table.Name)?.Find(change.After.Name)
        where column is not null && !IsFilledAnew(sqlite, change)
        let before = UnitOf(change.Before.Type)
        let after = UnitOf(change.After.Type)
        where before is not null && after is not null && before != after
        select SchemaErrors.OtherUnit(change.Key, (change.Before.Type, change.After.Type), Conversion(change, before.Value, after.Value));

    private static bool IsFilledAnew(SchemaPlan sqlite, AlterColumn change) => sqlite.Changes.OfType<AlterTable>()
        .Any(alter => alter.Key == change.Table.Key && alter.Backfills.ContainsKey(change.After.Name) && alter.Before.Find(change.After.Name)?.Type != alter.After.Find(change.After.Name)?.Type);

    private static string? Conversion(AlterColumn change, int before, int after) => before < 0 || after <= before
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"update {change.Table.Name} set {change.After.Name} = {change.After.Name} * 1{new string('0', after - before)};");

    // Digits after the point that are counted; -1 for text, which long decimals are kept as.
    private static int? UnitOf(string type) => type is "smallint" or "integer" or "bigint" ? 0
        : Numeric().Match(type) is not { Success: true } match ? null
        : int.Parse(match.Groups["digits"].Value, CultureInfo.InvariantCulture) > LongestCounted ? -1
        : int.Parse(match.Groups["scale"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^numeric\((?<digits>\d+),(?<scale>\d+)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Numeric();
}
