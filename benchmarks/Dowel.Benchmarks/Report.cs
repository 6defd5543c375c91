using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dowel.Benchmarks;

/// <summary>The figures as a table for people and as JSON.</summary>
/// <param name="Parts">What was measured, in parts that can be measured alone.</param>
internal sealed record Report(IReadOnlyList<ReportPart> Parts)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Loads the figures of earlier runs; none where there is no file.</summary>
    public static Report Load(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<Report>(File.ReadAllText(path), Indented)! : new([]);

    /// <summary>The same with one part measured anew, in the place that it has among all.</summary>
    public Report With(ReportPart part, List<string> order) => new(
        [.. Parts.Where(old => old.Name != part.Name).Append(part).OrderBy(one => order.IndexOf(one.Name))]);

    /// <summary>Renders a table of bars and figures side by side for each part.</summary>
    public string ToMarkdown(string title)
    {
        var text = new StringBuilder($"# {title}\n");
        foreach (var part in Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {part.Name}\n\n{part.Machine}\n\n");
            text.AppendJoin("", part.Remarks.Select(remark => $"- {remark}\n")).Append(part.Remarks.Count > 0 ? "\n" : "");
            text.Append("| engine | work | figure | bar | kept | |\n|---|---|---:|---:|---|---|\n");
            text.AppendJoin("", part.Figures.Select(Row));
        }

        return text.ToString();
    }

    /// <summary>Renders the same as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Indented);

    private static string Row(Figure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {figure.Engine} | {figure.Work} | {Number(figure.Value, figure.Unit)} | {(figure.Bar is { } bar ? $"<= {Number(bar, figure.Unit)}" : "")} | {Word(figure)} | {Cell(figure.Note)} |\n");

    // What a program says may have the sign that ends a cell.
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Number(double value, string unit) =>
        double.IsNaN(value) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{value:0.###} {unit}");

    private static string Word(Figure figure) =>
        double.IsNaN(figure.Value) && figure.Bar is not null ? "-" : figure.IsKept switch { true => "yes", false => "no", null => "" };
}
