using System.Text.Json.Serialization;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>What a command came to. Its public properties are the JSON object; its text is written to a page.</summary>
internal abstract record Outcome
{
    /// <summary>All that is wrong; empty where all is well.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<ErrorEntry> Errors => [.. (Failure?.Errors ?? []).Select(ErrorEntry.Of)];

    /// <summary>Why the command did not come to its result; null where it did.</summary>
    [JsonIgnore]
    public Failure? Failure { get; init; }

    /// <summary>What is worth a word and stopped nothing.</summary>
    [JsonIgnore]
    public IReadOnlyList<DowelError> Warnings { get; init; } = [];

    /// <summary>Whether its JSON has been written while the command ran.</summary>
    [JsonIgnore]
    public virtual bool IsJsonWritten => false;

    /// <summary>What the process answers.</summary>
    [JsonIgnore]
    public virtual int ExitCode => Failure?.ExitCode ?? ExitCodes.Done;

    /// <summary>Writes the result for people; errors are written elsewhere.</summary>
    public abstract void Describe(IPage page);
}
