using System.Text.Json;
using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>Reads a contract's JSON. What it does not know beside what it knows is passed over.</summary>
internal sealed class ContractReader
{
    /// <summary>The newest version of the document that is understood.</summary>
    public const int VersionMax = 1;

    private readonly string[] _files;

    private ContractReader(JsonElement root) =>
        _files = [.. Items(root, "files").Select(file => file.GetString() ?? "")];

    /// <summary>Reads a contract.</summary>
    /// <param name="repository">The repository's name, as the attribute has it.</param>
    /// <param name="json">The document.</param>
    /// <param name="assembly">The assembly's path, for errors.</param>
    /// <param name="error">What is wrong; null where nothing is.</param>
    /// <returns>Null where it cannot be read.</returns>
    public static RepositoryContract? Read(string repository, string json, string assembly, out DowelError? error)
    {
        error = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var version = root.GetProperty("version").GetInt32();
            if (version > VersionMax)
            {
                error = ContractErrors.LaterVersion(repository, version, assembly);
                return null;
            }

            return new ContractReader(root).ReadRepository(root);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            error = ContractErrors.Unreadable(repository, failure.Message, assembly);
            return null;
        }
    }

    private RepositoryContract ReadRepository(JsonElement root) => new(root.GetProperty("repository").GetString()!)
    {
        Table = Find(root, "table") is { } table ? ReadTable(table) : null,
        Owned = [.. Items(root, "owned").Select(table => table.GetString()!)],
        Statements = [.. Items(root, "statements").Select(ReadStatement)],
    };

    private ContractTable ReadTable(JsonElement table) => new(Text(table, "name"), Text(table, "record"), PlaceOf(table))
    {
        Columns = [.. Items(table, "columns").Select(ReadColumn)],
        Uniques =
        [
            .. Items(table, "unique").Select(unique =>
                new ContractUnique([.. Items(unique, "columns").Select(column => column.GetString()!)], PlaceOf(unique))),
        ],
        Links = Find(table, "owner") is { } owner
            ? [.. Items(owner, "through").Zip(Items(owner, "keys"), (link, key) => (link.GetString()!, key.GetString()!))]
            : [],
    };

    private ContractColumn ReadColumn(JsonElement column) => new(Text(column, "name"), TypeOf(column), Flag(column, "nullable"))
    {
        Property = Text(column, "property"),
        Key = Find(column, "key")?.GetInt32() ?? 0,
        IsIdentity = Flag(column, "identity"),
        Place = PlaceOf(column),
    };

    private ContractStatement ReadStatement(JsonElement statement) => new(Text(statement, "name"), PlaceOf(statement))
    {
        Sqlite = ReadText(statement, "sqlite"),
        Postgres = ReadText(statement, "postgres"),
        Parameters = [.. Items(statement, "parameters").Select(ReadParameter)],
        Results = Find(statement, "results") is null ? null : [.. Items(statement, "results").Select(ReadResult)],
        NeverNull = [.. Items(statement, "neverNull").Select(name => name.GetString()!)],
        Unowned = Find(statement, "unowned")?.GetString(),
    };

    private ContractText? ReadText(JsonElement statement, string engine)
    {
        if (Find(statement, engine)?.GetString() is not { } sql)
        {
            return null;
        }

        var map = Find(statement, "map") is { } maps ? Items(maps, engine) : [];
        return new(sql, [.. map.Select(segment => new ContractSegment(segment[0].GetInt32(), Place(segment, 1)))]);
    }

    private static ContractParameter ReadParameter(JsonElement parameter) =>
        new(Text(parameter, "name"), TypeOf(parameter), Flag(parameter, "nullable"))
        {
            IsList = Flag(parameter, "list"),
            IsUnnested = Flag(parameter, "array"),
        };

    private ContractResult ReadResult(JsonElement result) =>
        new(Find(result, "name")?.GetString() ?? "", TypeOf(result), Flag(result, "nullable"), PlaceOf(result));

    private static ContractType TypeOf(JsonElement element) => ContractType.TryParse(Text(element, "type"), out var type)
        ? type
        : throw new FormatException($"'{Text(element, "type")}' is not a type.");

    private SourceLocation? PlaceOf(JsonElement element) => Find(element, "place") is { } place ? Place(place, 0) : null;

    // A place is [file, line, column]; a file that is not listed is a fault of the document.
    private SourceLocation Place(JsonElement place, int from) => place[from].GetInt32() is >= 0 and var file && file < _files.Length
        ? new(_files[file], place[from + 1].GetInt32(), place[from + 2].GetInt32())
        : throw new FormatException($"There is no file {place[from]} in its list.");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static bool Flag(JsonElement element, string name) => Find(element, name)?.GetBoolean() ?? false;

    private static JsonElement? Find(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static List<JsonElement> Items(JsonElement element, string name) =>
        Find(element, name) is { } array ? [.. array.EnumerateArray()] : [];
}
