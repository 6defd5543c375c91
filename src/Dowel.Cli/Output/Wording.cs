using System.Globalization;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Values as people read them. Pure.</summary>
internal static class Wording
{
    /// <summary>A state's name.</summary>
    public static string Of(ScriptState state) => state switch
    {
        ScriptState.OutOfOrder => "out-of-order",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <summary>A kind's name.</summary>
    public static string Of(ScriptKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>A state's colour.</summary>
    public static Tone ToneOf(ScriptState state) => state switch
    {
        ScriptState.Applied => Tone.Good,
        ScriptState.Baseline => Tone.Quiet,
        ScriptState.Pending or ScriptState.OutOfOrder => Tone.Notable,
        _ => Tone.Bad,
    };

    /// <summary>A duration: <c>0.4 ms</c>, <c>34 ms</c>, <c>1.2 s</c>, <c>2 min 5 s</c>.</summary>
    public static string Of(TimeSpan elapsed) => elapsed switch
    {
        { TotalMilliseconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds:0.0} ms"),
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds:0} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)elapsed.TotalMinutes} min {elapsed.Seconds} s"),
    };

    /// <summary>A count with its noun: <c>1 script</c>, <c>2 scripts</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>A time to the second, in UTC.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
