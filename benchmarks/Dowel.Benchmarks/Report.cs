using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dowel.Benchmarks;

/// <summary>The figures as a table for people and as JSON.</summary>
/// <param name="Machine">What they were measured on.</param>
/// <param name="Figures">The figures.</param>
internal sealed record Report(string Machine, IReadOnlyList<Figure> Figures)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Renders a table of bars and figures side by side.</summary>
    public string ToMarkdown(string title)
    {
        var text = new StringBuilder($"# {title}\n\n{Machine}\n\n| engine | work | figure | bar | kept | |\n|---|---|---:|---:|---|---|\n");
        foreach (var figure in Figures)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {figure.Engine} | {figure.Work} | {Number(figure.Value, figure.Unit)} | {(figure.Bar is { } bar ? $"<= {Number(bar, figure.Unit)}" : "")} | {Word(figure)} | {figure.Note} |\n");
        }

        return text.ToString();
    }

    /// <summary>Renders the same as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Indented);

    private static string Number(double value, string unit) =>
        double.IsNaN(value) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{value:0.###} {unit}");

    private static string Word(Figure figure) =>
        double.IsNaN(figure.Value) ? "-" : figure.IsKept switch { true => "yes", false => "no", null => "" };
}
