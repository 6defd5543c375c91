using System.Text.Json;

namespace Dowel.Schema;

/// <summary>What a plan asks of others as properties of a JSON object. Pure.</summary>
internal static class HazardJson
{
    /// <summary>Writes them.</summary>
    public static void Write(Utf8JsonWriter json, HazardReport report)
    {
        json.WriteObjects("hazards", report.Hazards, hazard =>
        {
            json.WriteText("statement", hazard.Statement);
            json.WriteTexts("tables", hazard.Tables);
            json.WriteString("what", hazard.What);
            json.WriteText("lock", hazard.Lock == TableLock.None ? null : HazardText.Of(hazard.Lock));
            json.WriteText("safer", hazard.Advice);
            Write(json, "meanwhile", hazard.Others);
        });
        Write(json, "lockedForAMoment", report.Brief);
        json.WriteText("unmeasured", report.Unmeasured);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<TableTrace> tables) => json.WriteObjects(name, tables, table =>
    {
        json.WriteString("table", table.Table);
        json.WriteString("lock", HazardText.Of(table.Lock));
    });
}
