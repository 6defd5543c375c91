namespace Dowel.Migrations;

/// <summary>The names that <c>${name}</c> may use in a set of scripts, and what stands for each.</summary>
/// <remarks>Immutable. What is refused is left out.</remarks>
public sealed class ScriptTokens
{
    /// <summary>The name of the token for the schema.</summary>
    public const string SchemaName = "schema";

    private readonly Dictionary<string, string> _values;

    /// <summary>Puts the tokens of a run together.</summary>
    /// <param name="schema">What <c>${schema}</c> stands for, <c>[a-z_][a-z0-9_]{0,62}</c>; null where there is none.</param>
    /// <param name="variables">The user's own tokens. A reserved name among them is an error.</param>
    /// <param name="dialect">The database; its engine tokens are reserved names.</param>
    public ScriptTokens(string? schema, IReadOnlyDictionary<string, string> variables, Dialect dialect)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(dialect);
        var errors = new List<DowelError>();
        _values = new(dialect.EngineTokens);
        if (schema is not null && !IsPlain(schema))
        {
            errors.Add(TokenErrors.BadSchema(schema));
        }
        else if (schema is not null)
        {
            _values[SchemaName] = schema;
        }

        foreach (var (name, value) in variables)
        {
            Add(name, value, dialect, errors);
        }

        Errors = errors;
    }

    /// <summary>The value of each name; without <c>schema</c> where none is given.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Refused names and values; no script should run while there are any.</summary>
    public IReadOnlyList<DowelError> Errors { get; }

    /// <summary>Whether a name means something here, also <c>schema</c> without a value.</summary>
    public bool Knows(string name) => name == SchemaName || _values.ContainsKey(name);

    private void Add(string name, string value, Dialect dialect, List<DowelError> errors)
    {
        if (name == SchemaName || dialect.EngineTokens.ContainsKey(name))
        {
            errors.Add(TokenErrors.Reserved(name));
        }
        else if (!TokenUse.IsName(name))
        {
            errors.Add(TokenErrors.BadName(name));
        }
        else if (value.Contains('\0', StringComparison.Ordinal))
        {
            errors.Add(TokenErrors.BadValue(name));
        }
        else
        {
            _values[name] = value;
        }
    }

    // What needs no quotes in any dialect and fits PostgreSQL's 63 bytes.
    private static bool IsPlain(string schema) =>
        schema.Length is > 0 and <= 63
        && !char.IsAsciiDigit(schema[0])
        && schema.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
