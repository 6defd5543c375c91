using System.Text;
using System.Text.Json;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Reads <c>dowel.json</c> token by token, so that each fault is told with its key and its place.</summary>
internal ref struct SettingsReader
{
    private static readonly string[] Keys =
    [
        "source", "url", "schema", "history", "layout", "tokens", "vars",
        "outOfOrder", "gaps", "lockWait", "lockTimeout", "statementTimeout",
    ];

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _path;
    private Utf8JsonReader _reader;
    private string _key = "";

    private SettingsReader(ReadOnlySpan<byte> bytes, string path)
    {
        _bytes = bytes;
        _path = path;
        _reader = new(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>Reads the file's bytes.</summary>
    /// <exception cref="CommandLineException">They are no JSON, or hold a key or value that is not known.</exception>
    public static SettingsFile Read(ReadOnlySpan<byte> bytes, string path)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var text = bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;
        try
        {
            return new SettingsReader(text, path).ReadFile();
        }
        catch (JsonException failure)
        {
            var (line, column) = ((int)(failure.LineNumber ?? 0) + 1, (int)(failure.BytePositionInLine ?? 0) + 1);
            throw new CommandLineException(CommandLineErrors.BadSettings(
                $"'{path}' is not JSON.", "Mend the place; comments and commas behind the last entry are fine.", new(path, line, column)));
        }
    }

    private SettingsFile ReadFile()
    {
        var file = new SettingsFile();
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            throw Refuse("The file is not an object.", "Write { \"source\": \"migrations\", \"url\": \"sqlite:app.db\" }.");
        }

        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            _key = _reader.GetString()!;
            if (!Keys.Contains(_key))
            {
                throw Refuse($"The key '{_key}' is not known.", $"{Spelling.DidYouMean(_key, Keys)}Keys: {string.Join(", ", Keys)}.");
            }

            _reader.Read();
            file = ReadValue(file);
        }

        // What stands behind the object is no JSON, and reading on says so.
        _reader.Read();
        return file;
    }

    private SettingsFile ReadValue(SettingsFile file) => _key switch
    {
        "source" => file with { Source = Text() },
        "url" => file with { Url = Text() },
        "schema" => file with { Schema = Text() },
        "history" => file with { History = Text() },
        "layout" => file with { Layout = OneOf(LayoutNames.All, static text => text) },
        "tokens" => file with { Tokens = Flag() },
        "vars" => file with { Variables = Variables() },
        "outOfOrder" => file with { OutOfOrder = OneOf(Policies.OutOfOrderNames, Policies.OutOfOrder) },
        "gaps" => file with { Gaps = OneOf(Policies.GapNames, Policies.Gaps) },
        "lockWait" => file with { LockWait = Duration() },
        "lockTimeout" => file with { LockTimeout = Duration() },
        _ => file with { StatementTimeout = Duration() },
    };

    private readonly string Text() => _reader.TokenType == JsonTokenType.String && _reader.GetString() is { Length: > 0 } text
        ? text
        : throw RefuseValue("a text in quotes");

    private readonly bool Flag() => _reader.TokenType is JsonTokenType.True or JsonTokenType.False
        ? _reader.GetBoolean()
        : throw RefuseValue("true or false");

    private readonly TimeSpan Duration() => _reader.TokenType == JsonTokenType.String && DowelDuration.TryParse(_reader.GetString(), out var duration)
        ? duration
        : throw RefuseValue($"a duration in quotes: {DowelDuration.Examples}");

    private readonly T OneOf<T>(IReadOnlyList<string> names, Func<string, T> read) =>
        _reader.TokenType == JsonTokenType.String && _reader.GetString() is { } text && names.Contains(text)
            ? read(text)
            : throw RefuseValue($"one of {string.Join(", ", names)}");

    private Dictionary<string, string> Variables()
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            throw RefuseValue("an object of texts");
        }

        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = _reader.GetString()!;
            _reader.Read();
            variables[name] = _reader.TokenType == JsonTokenType.String ? _reader.GetString()! : throw RefuseValue("an object of texts");
        }

        return variables;
    }

    private readonly CommandLineException RefuseValue(string expected) =>
        Refuse($"The value of '{_key}' is not {expected}.", $"Write {expected}.");

    private readonly CommandLineException Refuse(string problem, string remedy)
    {
        var before = _bytes[..(int)_reader.TokenStartIndex];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetString(before[(before.LastIndexOf((byte)'\n') + 1)..]).EnumerateRunes().Count() + 1;
        return new(CommandLineErrors.BadSettings(problem, remedy, new(_path, line, column)));
    }
}
