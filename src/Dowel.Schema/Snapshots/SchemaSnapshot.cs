namespace Dowel.Schema;

/// <summary>A database's schema as it was read. A value: nothing is open.</summary>
public sealed class SchemaSnapshot
{
    private readonly DatabaseModel _model;
    private readonly ISchemaEngine _engine;

    internal SchemaSnapshot(DatabaseModel model, ISchemaEngine engine) => (_model, _engine) = (model, engine);

    /// <summary>The engine: <c>sqlite</c> or <c>postgres</c>.</summary>
    public string Engine => _engine.Name;

    /// <summary>The names of the tables, without views, in their order; <c>schema.table</c> for those outside the default schema.</summary>
    public IReadOnlyList<string> Tables => [.. _model.Tables.Where(table => !table.IsView).Select(table => table.Key.Path)];

    /// <summary>What is there and has no place in the model, each with its kind and name.</summary>
    public IReadOnlyList<string> Unmodelled => _model.Unmodelled;

    /// <summary>The statements that make the schema from nothing.</summary>
    public string ToSql() => DraftText.Of(_model, _engine);

    /// <summary>The schema as JSON.</summary>
    public string ToJson() => SchemaJson.Write(_model, Engine);

    /// <summary>The schema as a diagram of Mermaid's kind <c>erDiagram</c>.</summary>
    public string ToMermaid() => MermaidDiagram.Write(_model);

    /// <summary>The schema in the language of dbdiagram.</summary>
    public string ToDbml() => DbmlText.Write(_model);

    /// <summary>The schema as <c>schema.json</c> of tbls, which other tools read as well.</summary>
    public string ToTbls() => TblsJson.Write(_model, Engine);

    /// <summary>Finds the way to another schema of the same engine. Pure.</summary>
    /// <param name="other">Where it leads.</param>
    /// <param name="options">New names and losses that are wanted; null for none.</param>
    /// <exception cref="ArgumentException">The other is of another engine, or a name cannot be read.</exception>
    public SchemaComparison CompareTo(SchemaSnapshot other, SchemaComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Engine == Engine
            ? new(SchemaDiff.Compare(_model, other._model, (options ?? new()).Read(), _engine), _engine)
            : throw new ArgumentException($"A schema of {other.Engine} cannot be compared with one of {Engine}.", nameof(other));
    }
}
