using System.Text.Json.Serialization;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>How scripts stand to a database, and what a run changed.</summary>
internal sealed record ScriptsOutcome : Outcome
{
    private readonly int? _exitCode;

    /// <summary>Which of many databases; left out where there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Target { get; init; }

    /// <summary>The engine's name; null where the command did not come to a database.</summary>
    public string? Database { get; init; }

    /// <summary>The schema; null where none was asked for.</summary>
    public string? Schema { get; init; }

    /// <summary>The naming convention; null where no script was read.</summary>
    public string? Layout { get; init; }

    /// <summary>The scripts in the order in which they run.</summary>
    public IReadOnlyList<ScriptEntry> Scripts => [.. Statuses.Select(ScriptEntry.Of)];

    /// <summary>How many scripts the run applied, recorded or undid; of a status, how many are applied.</summary>
    public int Applied => Rows?.Count ?? Statuses.Count(status => !status.IsPending);

    /// <summary>How many scripts the next run would apply.</summary>
    public int Pending => Statuses.Count(status => status.IsPending);

    /// <summary>How long the command took.</summary>
    public double ElapsedMs => ScriptEntry.Milliseconds(Elapsed);

    /// <summary>The tool whose history was taken over, as options spell it; left out of other commands' results.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? From { get; init; }

    /// <summary>That tool's table.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Table { get; init; }

    /// <summary>What is not as the applied scripts make it; left out where nobody has asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DriftEntry>? Drift { get; init; }

    /// <summary>How every script stands.</summary>
    [JsonIgnore]
    public IReadOnlyList<ScriptStatus> Statuses { get; init; } = [];

    /// <summary>What the run changed; null where there was none.</summary>
    [JsonIgnore]
    public IReadOnlyList<AppliedScript>? Rows { get; init; }

    /// <summary>How long the command took.</summary>
    [JsonIgnore]
    public TimeSpan Elapsed { get; init; }

    /// <summary>How the result reads.</summary>
    [JsonIgnore]
    public Action<ScriptsOutcome, IPage>? Text { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override int ExitCode => _exitCode ?? base.ExitCode;

    /// <summary>The exit code where it is not told by the failure alone.</summary>
    [JsonIgnore]
    public int? OwnExitCode
    {
        init => _exitCode = value;
    }

    /// <summary>The newest version that is applied; null where none is.</summary>
    [JsonIgnore]
    public MigrationVersion? Newest => Statuses
        .Where(status => status is { Applied: not null, IsPending: false, Version: not null })
        .Select(status => status.Version).Max();

    /// <inheritdoc/>
    public override void Describe(IPage page) => Text?.Invoke(this, page);

    /// <summary>A run that did not end well, or did not begin.</summary>
    public static ScriptsOutcome Failed(Failure failure) => new()
    {
        Failure = failure,
        Rows = failure.Applied,
        Statuses = failure.Scripts,
        Text = failure.Applied.Count > 0 ? RunText.Up : null,
    };

    /// <summary>A run that ended well.</summary>
    public static ScriptsOutcome Of(MigrationRun run, Action<ScriptsOutcome, IPage> text) => new()
    {
        Layout = run.Layout,
        Rows = run.Applied,
        Statuses = run.Scripts,
        Elapsed = run.Elapsed,
        Warnings = run.Warnings,
        Text = text,
    };
}
