using System.Text.Json;

namespace Dowel.Schema;

/// <summary>A database as the JSON of tbls, which tbls and Liam ERD read as well. Pure.</summary>
/// <remarks>The properties are those of tbls' <c>spec/tbls.schema.json_schema.json</c>, which allows no other.</remarks>
internal sealed class TblsJson
{
    private readonly Utf8JsonWriter _json;
    private readonly DatabaseModel _model;
    private readonly Remarks _remarks;

    private TblsJson(Utf8JsonWriter json, DatabaseModel model) => (_json, _model, _remarks) = (json, model, new(model));

    /// <summary>Gives the text.</summary>
    /// <param name="model">The database.</param>
    /// <param name="engine">The engine's name.</param>
    public static string Write(DatabaseModel model, string engine) => JsonText.Of(json => new TblsJson(json, model).Write(engine));

    private void Write(string engine)
    {
        _json.WriteStartObject();
        _json.WriteObjects("tables", _model.Tables, Write);
        _json.WriteObjects("relations", Relationship.Of(_model), Write);
        _json.WriteObjects("enums", _model.Objects.OfType<EnumModel>(), type =>
        {
            _json.WriteString("name", type.Key.Path);
            _json.WriteTexts("values", type.Labels);
        });
        _json.WriteStartObject("driver");
        _json.WriteString("name", engine);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Write(TableModel table)
    {
        _json.WriteString("name", table.Key.Path);
        _json.WriteString("type", table.Kind switch
        {
            TableKind.View => "VIEW",
            TableKind.MaterializedView => "MATERIALIZED VIEW",
            TableKind.Virtual => "VIRTUAL TABLE",
            _ => "BASE TABLE",
        });
        _json.WriteText("comment", _remarks.Find(table.Key));
        _json.WriteObjects("columns", table.Columns, column => Write(table, column));
        _json.WriteObjects("indexes", table.Indexes, index => Write(table, index));
        _json.WriteObjects("constraints", table.Constraints, key => Write(table, key));
        _json.WriteObjects("triggers", _model.Objects.Where(each => each.Key.Kind == ObjectKind.Trigger && each.Key.Table == table.Key.Table), trigger =>
        {
            _json.WriteString("name", trigger.Key.Part);
            _json.WriteString("def", trigger.Create);
        });
        _json.WriteText("def", table.Create);
    }

    private void Write(TableModel table, ColumnModel column)
    {
        _json.WriteString("name", column.Name);
        _json.WriteString("type", column.Type);
        _json.WriteBoolean("nullable", column.IsNullable);
        if (column.Default is { } value)
        {
            _json.WriteString("default", value);
        }
        else
        {
            _json.WriteNull("default");
        }

        _json.WriteText("extra_def", column.Generation switch
        {
            Generation.Computed => $"generated always as ({column.Expression}) {(column.IsStored ? "stored" : "virtual")}",
            Generation.None => null,
            var made => KindWords.Of(made),
        });
        _json.WriteText("comment", _remarks.Find(table.Key.Column(column.Name)));
    }

    private void Write(TableModel table, IndexModel index)
    {
        _json.WriteString("name", index.Name);
        _json.WriteString("def", index.Create);
        _json.WriteString("table", table.Key.Path);
        _json.WriteTexts("columns", index.Columns ?? index.Parts);
    }

    private void Write(TableModel table, ConstraintModel key)
    {
        _json.WriteString("name", key.Name.Length > 0 ? key.Name : $"{key.Kind switch { ConstraintKind.Primary => "primary key", var kind => KindWords.Of(kind) }} ({string.Join(", ", key.Columns)})");
        _json.WriteString("type", key.Kind switch
        {
            ConstraintKind.Primary => "PRIMARY KEY",
            ConstraintKind.Foreign => "FOREIGN KEY",
            ConstraintKind.Exclusion => "EXCLUDE",
            var kind => kind.ToString().ToUpperInvariant(),
        });
        _json.WriteString("def", key.Definition);
        _json.WriteString("table", table.Key.Path);
        if (key.Reference is { } reference)
        {
            _json.WriteString("referenced_table", reference.Table.Path);
        }

        _json.WriteTexts("columns", key.Columns);
        if (key.Reference is { } target)
        {
            _json.WriteTexts("referenced_columns", target.Columns);
        }
    }

    private void Write(Relationship line)
    {
        _json.WriteString("table", line.Child.Key.Path);
        _json.WriteTexts("columns", line.Key.Columns);
        _json.WriteString("cardinality", line.IsSingle ? "zero_or_one" : "zero_or_more");
        _json.WriteString("parent_table", line.Reference.Table.Path);
        _json.WriteTexts("parent_columns", line.Reference.Columns);
        _json.WriteString("parent_cardinality", line.IsOptional ? "zero_or_one" : "exactly_one");
        _json.WriteString("def", line.Key.Definition);
    }
}
