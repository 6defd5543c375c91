using System.Text.Json;
using Dowel.Migrations;
using static Dowel.Contracts.ContractJson;

namespace Dowel.Contracts;

/// <summary>Reads a contract's JSON. What it does not know beside what it knows is passed over.</summary>
internal sealed class ContractReader
{
    /// <summary>The newest version of the document that is understood.</summary>
    public const int VersionMax = 1;

    private readonly ContractJson _json;

    private ContractReader(JsonElement root) => _json = new(root);

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
        Table = Find(root, "table") is { } table ? new TableReader(_json).Read(table) : null,
        Owned = Texts(root, "owned"),
        Statements = [.. Items(root, "statements").Select(ReadStatement)],
    };

    private ContractStatement ReadStatement(JsonElement statement) => new(Text(statement, "name"), _json.PlaceOf(statement))
    {
        Sqlite = ReadText(statement, "sqlite"),
        Postgres = ReadText(statement, "postgres"),
        Parameters = [.. Items(statement, "parameters").Select(ReadParameter)],
        Results = Find(statement, "results") is null ? null : [.. Items(statement, "results").Select(ReadResult)],
        NeverNull = Texts(statement, "neverNull"),
        Unowned = TextOrNull(statement, "unowned"),
    };

    private ContractText? ReadText(JsonElement statement, string engine)
    {
        if (TextOrNull(statement, engine) is not { } sql)
        {
            return null;
        }

        var map = Find(statement, "map") is { } maps ? Items(maps, engine) : [];
        return new(sql, [.. map.Select(segment => new ContractSegment(segment[0].GetInt32(), _json.Place(segment, 1)))]);
    }

    private static ContractParameter ReadParameter(JsonElement parameter) =>
        new(Text(parameter, "name"), TypeOf(parameter), Flag(parameter, "nullable"))
        {
            IsList = Flag(parameter, "list"),
            IsUnnested = Flag(parameter, "array"),
        };

    private ContractResult ReadResult(JsonElement result) =>
        new(TextOrNull(result, "name") ?? "", TypeOf(result), Flag(result, "nullable"), _json.PlaceOf(result));
}
