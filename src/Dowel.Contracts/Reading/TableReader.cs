using System.Text.Json;
using static Dowel.Contracts.ContractJson;

namespace Dowel.Contracts;

/// <summary>Reads what a contract says of a record's table.</summary>
/// <param name="json">The document.</param>
internal sealed class TableReader(ContractJson json)
{
    /// <summary>Reads a table.</summary>
    public ContractTable Read(JsonElement table) => new(Text(table, "name"), Text(table, "record"), json.PlaceOf(table))
    {
        Columns = [.. Items(table, "columns").Select(ReadColumn)],
        Uniques = [.. Items(table, "unique").Select(key => new ContractUnique(Texts(key, "columns"), json.PlaceOf(key)) { Name = TextOrNull(key, "name") })],
        Indexes = [.. Items(table, "indexes").Select(key => new ContractIndex(TextOrNull(key, "name"), Texts(key, "columns"), json.PlaceOf(key)))],
        Checks = [.. Items(table, "checks").Select(check => new ContractRule(TextOrNull(check, "name"), TextOrNull(check, "column"), ReadSql(check), json.PlaceOf(check)))],
        RenamedFrom = Texts(table, "renamedFrom"),
        Owner = Find(table, "owner") is { } owner ? ReadOwner(owner) : null,
        HasRowSecurity = Flag(table, "rowSecurity"),
    };

    private ContractColumn ReadColumn(JsonElement column) => new(Text(column, "name"), TypeOf(column), Flag(column, "nullable"))
    {
        Property = Text(column, "property"),
        Key = Find(column, "key")?.GetInt32() ?? 0,
        IsIdentity = Flag(column, "identity"),
        IsVersion = Flag(column, "version"),
        IsInsertOnly = Flag(column, "insertOnly"),
        References = Find(column, "references") is { } target ? new(Text(target, "table"), Text(target, "column"), Text(target, "onDelete")) : null,
        Default = Find(column, "default") is { } value ? ReadDefault(value) : null,
        Labels = Texts(column, "labels"),
        RenamedFrom = Texts(column, "renamedFrom"),
        Backfill = Find(column, "backfill") is { } backfill ? ReadSql(backfill) : null,
        Place = json.PlaceOf(column),
    };

    private static ContractSql ReadDefault(JsonElement value) => value.ValueKind == JsonValueKind.String ? new(value.GetString(), value.GetString()) : ReadSql(value);

    private static ContractSql ReadSql(JsonElement element) => new(TextOrNull(element, "sqlite"), TextOrNull(element, "postgres"));

    private static ContractOwner ReadOwner(JsonElement owner) => new(
        TextOrNull(owner, "column") ?? Text(owner, "by"),
        [.. Items(owner, "links").Select(link => new ContractLink(Text(link, "table"), Text(link, "key"), Text(link, "column"), TypeOf(link)))]);
}
