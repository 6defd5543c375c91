using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dowel.Cli;

/// <summary>A schema in the form that was asked for.</summary>
internal sealed record InspectOutcome : Outcome
{
    /// <summary>The form that is JSON of Dowel's own.</summary>
    public const string Json = "json";

    /// <summary>The engine's name; null where the command did not come to a schema.</summary>
    public string? Database { get; init; }

    /// <summary>What was looked at.</summary>
    public string? Source { get; init; }

    /// <summary>The form.</summary>
    public string? As { get; init; }

    /// <summary>The schema as a value; left out of forms that are text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Schema => Shown is not null && As == Json ? JsonElement.Parse(Shown) : null;

    /// <summary>The schema as a text; left out where it is a value.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text => As == Json ? null : Shown;

    /// <summary>The schema as it is printed.</summary>
    [JsonIgnore]
    public string? Shown { get; init; }

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        if (Shown is not null)
        {
            page.Line(Shown.TrimEnd());
        }
    }
}
