using System.Globalization;
using System.Text.RegularExpressions;

namespace Dowel.Postgres;

/// <summary>The options of an identity's counter. Pure.</summary>
internal static partial class PostgresCounterText
{
    private static readonly (string Name, string Reset)[] AllOptions =
    [
        ("increment by", "set increment by 1"), ("minvalue", "set no minvalue"), ("maxvalue", "set no maxvalue"), ("start with", ""), ("cache", "set cache 1"),
    ];

    /// <summary>The statement that lifts an identity's counter to where it may be once its least value is higher; null where that is not so.</summary>
    /// <param name="before">The options.</param>
    /// <param name="after">What they become.</param>
    /// <param name="counter">The counter's name, as an expression.</param>
    public static string? Lift(string? before, string? after, string counter)
    {
        var (olds, news) = (Read(before), Read(after));
        return Least(news) > Least(olds)
            ? $"select setval({counter}, {Start(news)}, false) where coalesce(pg_sequence_last_value({counter}::regclass), {Least(olds)}) < {Least(news)}"
            : null;
    }

    /// <summary>The same for a sequence of its own.</summary>
    /// <param name="before">The statement that would make it.</param>
    /// <param name="after">That which would make the other.</param>
    /// <param name="name">Its name as SQL.</param>
    public static string? LiftSequence(string before, string after, string name) => (Options(before), Options(after)) is var (olds, news) && Least(news) > Least(olds)
        ? $"select setval('{name.Replace("'", "''", StringComparison.Ordinal)}', {Least(news)}, false) from {name} where last_value < {Least(news)}"
        : null;

    /// <summary>What follows <c>alter column c</c> to get from some options to others, with a blank before it.</summary>
    public static string Setting(string? before, string? after)
    {
        var (olds, news) = (Read(before), Read(after));
        var turns = IsDescending(olds) != IsDescending(news);
        var starts = !olds.ContainsKey("start with") && !news.ContainsKey("start with") && Start(olds) != Start(news);
        var changes = AllOptions.Where(option => turns || (starts && option.Name == "start with") || olds.GetValueOrDefault(option.Name) != news.GetValueOrDefault(option.Name))
            .Select(option => news.TryGetValue(option.Name, out var value) ? $" set {option.Name} {value}" : option.Reset.Length > 0 ? $" {option.Reset}" : $" set start with {Start(news)}");
        var cycle = (olds.ContainsKey("cycle"), news.ContainsKey("cycle")) switch { (false, true) => " set cycle", (true, false) => " set no cycle", _ => "" };
        return string.Concat(changes) + cycle + (turns ? " restart" : "");
    }

    /// <summary>What follows a statement that sets all of a sequence's options: one that turns round begins anew, since its place is none of the other way's.</summary>
    /// <param name="before">The statement that would make it.</param>
    /// <param name="after">That which would make the other.</param>
    public static string Turning(string before, string after) => IsDescending(before) != IsDescending(after) ? " restart" : "";

    private static bool IsDescending(string create) => create.Contains("increment by -", StringComparison.Ordinal);

    private static bool IsDescending(Dictionary<string, string> options) => options.GetValueOrDefault("increment by")?.StartsWith('-') == true;

    // Where it starts if nobody says (PostgreSQL 18 docs, CREATE SEQUENCE).
    private static string Start(Dictionary<string, string> options) => IsDescending(options) ? options.GetValueOrDefault("maxvalue", "-1") : options.GetValueOrDefault("minvalue", "1");

    // Of a counter that goes up; one that goes down has its place below its greatest value, which is another matter.
    private static decimal? Least(Dictionary<string, string> options) => IsDescending(options) ? null : decimal.Parse(options.GetValueOrDefault("minvalue", "1"), CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Options(string create) =>
        OptionsText().Match(create) is { Success: true } found ? Read(found.Value) : [];

    [GeneratedRegex("(increment by|minvalue|maxvalue|start with|cache) -?[0-9].*$", RegexOptions.ExplicitCapture)]
    private static partial Regex OptionsText();

    private static Dictionary<string, string> Read(string? options)
    {
        var words = (options ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new Dictionary<string, string>();
        for (var i = 0; i < words.Length; i++)
        {
            var name = words[i] is "increment" or "start" ? $"{words[i]} {words[++i]}" : words[i];
            found[name] = name == "cycle" ? "" : words[++i];
        }

        return found;
    }
}
