namespace Dowel.Postgres;

/// <summary>The options of an identity's counter. Pure.</summary>
internal static class PostgresCounterText
{
    private static readonly (string Name, string Reset)[] Options =
    [
        ("increment by", "set increment by 1"), ("minvalue", "set no minvalue"), ("maxvalue", "set no maxvalue"), ("start with", ""), ("cache", "set cache 1"),
    ];

    /// <summary>What follows <c>alter column c</c> to get from some options to others, with a blank before it.</summary>
    public static string Setting(string? before, string? after)
    {
        var (olds, news) = (Read(before), Read(after));
        var turns = IsDescending(olds) != IsDescending(news);
        var changes = Options.Where(option => turns || olds.GetValueOrDefault(option.Name) != news.GetValueOrDefault(option.Name))
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
