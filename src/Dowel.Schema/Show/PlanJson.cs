using System.Text.Json;

namespace Dowel.Schema;

/// <summary>The way from one schema to another as JSON. Pure; what a property may be is told in <c>docs/reference/schema.md</c>.</summary>
internal static class PlanJson
{
    /// <summary>Gives the text.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="scripts">The plan as it is written; empty where it must not be carried out.</param>
    /// <param name="counts">How much each loss, by its word, would take of a database; empty where there is none.</param>
    /// <param name="hazards">What the plan asks of others.</param>
    public static string Write(SchemaPlan plan, IReadOnlyList<ScriptDraft> scripts, IReadOnlyDictionary<string, long> counts, HazardReport hazards) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteObjects("changes", plan.Changes, change => Write(json, change));
        json.WriteObjects("losses", plan.Losses, loss =>
        {
            json.WriteString("allow", loss.Word);
            json.WriteBoolean("allowed", loss.IsAllowed);
            if (counts.TryGetValue(loss.Word, out var count))
            {
                json.WriteNumber("count", count);
            }

            json.WriteTexts("likelyNames", loss.LikelyNames.Select(name => name.Path));
        });
        json.WriteObjects("obstacles", plan.Obstacles, obstacle =>
        {
            WriteKey(json, obstacle.Key);
            json.WriteString("problem", obstacle.Problem);
            json.WriteString("remedy", obstacle.Remedy);
        });
        json.WriteTexts("unusedRenames", plan.Unused.Select(rename => $"{rename.From.Path} -> {rename.To.Path}"));
        json.WriteObjects("scripts", scripts, draft =>
        {
            json.WriteText("suffix", draft.Suffix);
            json.WriteBoolean("transactional", draft.IsTransactional);
            json.WriteTexts("statements", draft.Statements);
        });
        HazardJson.Write(json, hazards);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, SchemaChange change)
    {
        json.WriteString("change", ChangeWords.VerbOf(change));
        WriteKey(json, change.Key);
        switch (change)
        {
            case RenameObject rename:
                json.WriteString("to", rename.To.Path);
                break;
            case AddColumn add:
                Write(json, "after", add.Column);
                break;
            case DropColumn drop:
                Write(json, "before", drop.Column);
                break;
            case AlterColumn alter:
                Write(json, "before", alter.Before);
                Write(json, "after", alter.After);
                break;
            case DropObject { IsMadeAgain: true }:
                json.WriteBoolean("madeAgain", true);
                break;
        }
    }

    private static void WriteKey(Utf8JsonWriter json, ObjectKey key)
    {
        json.WriteString("kind", KindWords.Of(key.Kind));
        json.WriteString("name", key.Path);
    }

    private static void Write(Utf8JsonWriter json, string name, ColumnModel column)
    {
        json.WriteStartObject(name);
        SchemaJson.Write(json, column);
        json.WriteEndObject();
    }
}
