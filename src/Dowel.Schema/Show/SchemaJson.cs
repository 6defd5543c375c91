using System.Text.Json;

namespace Dowel.Schema;

/// <summary>A database as JSON. Pure; what a property may be is told in <c>docs/reference/schema.md</c>.</summary>
internal sealed class SchemaJson
{
    private readonly Utf8JsonWriter _json;
    private readonly Remarks _remarks;

    private SchemaJson(Utf8JsonWriter json, Remarks remarks) => (_json, _remarks) = (json, remarks);

    /// <summary>Gives the text.</summary>
    /// <param name="model">The database.</param>
    /// <param name="engine">The engine's name.</param>
    public static string Write(DatabaseModel model, string engine) => JsonText.Of(json =>
    {
        var writer = new SchemaJson(json, new(model));
        json.WriteStartObject();
        json.WriteString("engine", engine);
        json.WriteObjects("tables", model.Tables, writer.Write);
        json.WriteObjects("objects", model.Objects, each => Write(json, each));
        json.WriteTexts("unmodelled", model.Unmodelled);
        json.WriteEndObject();
    });

    /// <summary>Writes a column's properties.</summary>
    public static void Write(Utf8JsonWriter json, ColumnModel column)
    {
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type);
        json.WriteBoolean("nullable", column.IsNullable);
        json.WriteText("default", column.Default);
        json.WriteText("generated", KindWords.Of(column.Generation));
        json.WriteText("expression", column.Expression);
        json.WriteFlag("stored", column.IsStored);
        json.WriteText("collation", column.Collation);
        json.WriteText("clauses", column.Clauses);
    }

    /// <summary>Writes the properties of an object that is made by a statement.</summary>
    public static void Write(Utf8JsonWriter json, ObjectModel each)
    {
        json.WriteString("kind", KindWords.Of(each.Key.Kind));
        json.WriteText("schema", each.Key.Schema);
        json.WriteString("name", each.Key.Name);
        json.WriteText("part", each.Key.Part);
        if (each is EnumModel type)
        {
            json.WriteTexts("labels", type.Labels);
        }

        json.WriteText("sql", each.Create);
    }

    private void Write(TableModel table)
    {
        _json.WriteText("schema", table.Schema);
        _json.WriteString("name", table.Name);
        _json.WriteString("kind", KindWords.Of(table.Kind));
        _json.WriteText("comment", _remarks.Find(table.Key));
        _json.WriteText("persistence", table.Persistence);
        _json.WriteText("options", table.Options);
        _json.WriteText("partitionOf", table.PartitionOf);
        _json.WriteObjects("columns", table.Columns, column =>
        {
            Write(_json, column);
            _json.WriteText("comment", _remarks.Find(table.Key.Column(column.Name)));
        });
        _json.WriteObjects("constraints", table.Constraints, Write);
        _json.WriteObjects("indexes", table.Indexes, Write);
        _json.WriteText("sql", table.Create);
    }

    private void Write(ConstraintModel key)
    {
        _json.WriteText("name", key.Name);
        _json.WriteString("kind", KindWords.Of(key.Kind));
        _json.WriteTexts("columns", key.Columns);
        _json.WriteText("definition", key.Definition);
        if (key.Reference is { } reference)
        {
            _json.WriteStartObject("references");
            _json.WriteString("table", reference.Table.Path);
            _json.WriteTexts("columns", reference.Columns);
            _json.WriteString("onDelete", reference.OnDelete);
            _json.WriteString("onUpdate", reference.OnUpdate);
            _json.WriteText("deferral", reference.Deferral);
            _json.WriteEndObject();
        }

        _json.WriteFlag("notValidated", !key.IsValidated);
    }

    private void Write(IndexModel index)
    {
        _json.WriteString("name", index.Name);
        _json.WriteBoolean("unique", index.IsUnique);
        _json.WriteTexts("parts", index.Parts);
        _json.WriteText("predicate", index.Predicate);
        _json.WriteFlag("invalid", !index.IsValid);
        _json.WriteText("sql", index.Create);
    }
}
