using System.Globalization;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>A script in JSON; null where a part is not known.</summary>
internal sealed record ScriptEntry(
    string? Version,
    string Description,
    string Kind,
    string State,
    int? Statements,
    string? AppliedAt,
    double? ElapsedMs,
    string Checksum)
{
    /// <summary>How a script stands.</summary>
    public static ScriptEntry Of(ScriptStatus status) => new(
        status.Version?.Text,
        status.Description,
        Wording.Of(status.Kind),
        Wording.Of(status.State),
        status.Statements,
        status.Applied?.AppliedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        status.Applied?.Elapsed is { } elapsed ? Milliseconds(elapsed) : null,
        status.Applied?.Checksum ?? status.Script!.Checksum);

    /// <summary>A duration in milliseconds with one place.</summary>
    public static double Milliseconds(TimeSpan elapsed) => Math.Round(elapsed.TotalMilliseconds, 1);
}
