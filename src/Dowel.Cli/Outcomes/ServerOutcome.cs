using System.Text.Json.Serialization;

namespace Dowel.Cli;

/// <summary>What became of a database as a whole.</summary>
internal sealed record ServerOutcome : Outcome
{
    /// <summary>The engine's name; null where no database was named.</summary>
    public string? Database { get; init; }

    /// <summary>The database's name for people; null where none was named.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the command changed anything.</summary>
    public bool Changed { get; init; }

    /// <summary>How long the command took.</summary>
    public double ElapsedMs => ScriptEntry.Milliseconds(Elapsed);

    /// <summary>How long the command took.</summary>
    [JsonIgnore]
    public TimeSpan Elapsed { get; init; }

    /// <summary>What happened, in a sentence.</summary>
    [JsonIgnore]
    public string? Text { get; init; }

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        if (Text is not null)
        {
            page.Line(Text);
        }
    }
}
