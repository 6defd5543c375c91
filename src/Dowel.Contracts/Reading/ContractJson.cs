using System.Text.Json;
using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>Reads the pieces of a contract's JSON.</summary>
/// <param name="root">The document.</param>
internal sealed class ContractJson(JsonElement root)
{
    private readonly string[] _files = [.. Texts(root, "files")];

    /// <summary>The place of an element; null where it has none.</summary>
    public SourceLocation? PlaceOf(JsonElement element) => Find(element, "place") is { } place ? Place(place, 0) : null;

    /// <summary>A place, which is <c>[file, line, column]</c>; a file that is not listed is a fault of the document.</summary>
    public SourceLocation Place(JsonElement place, int from) => place[from].GetInt32() is >= 0 and var file && file < _files.Length
        ? new(_files[file], place[from + 1].GetInt32(), place[from + 2].GetInt32())
        : throw new FormatException($"There is no file {place[from]} in its list.");

    /// <summary>The type of an element.</summary>
    public static ContractType TypeOf(JsonElement element) => ContractType.TryParse(Text(element, "type"), out var type)
        ? type
        : throw new FormatException($"'{Text(element, "type")}' is not a type.");

    /// <summary>A text that must be there; empty for null.</summary>
    public static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    /// <summary>A text; null where it is not there.</summary>
    public static string? TextOrNull(JsonElement element, string name) => Find(element, name)?.GetString();

    /// <summary>A list of texts; empty where it is not there.</summary>
    public static IReadOnlyList<string> Texts(JsonElement element, string name) => [.. Items(element, name).Select(item => item.GetString() ?? "")];

    /// <summary>A truth value; false where it is not there.</summary>
    public static bool Flag(JsonElement element, string name) => Find(element, name)?.GetBoolean() ?? false;

    /// <summary>A member; null where it is not there or null.</summary>
    public static JsonElement? Find(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The items of a list; none where it is not there.</summary>
    public static IReadOnlyList<JsonElement> Items(JsonElement element, string name) =>
        Find(element, name) is { } array ? [.. array.EnumerateArray()] : [];
}
