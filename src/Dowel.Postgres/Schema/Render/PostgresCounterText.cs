namespace Dowel.Postgres;

/// <summary>The options of an identity's counter. Pure.</summary>
internal static class PostgresCounterText
{
    private static readonly (string Name, string Reset)[] Options =
    [
        ("increment by", "set increment by 1"), ("minvalue", "set no minvalue"), ("maxvalue", "set no maxvalue"), ("start with", "set start with 1"), ("cache", "set cache 1"),
    ];

    /// <summary>What follows <c>alter column c</c> to get from some options to others, with a blank before it.</summary>
    public static string Setting(string? before, string? after)
    {
        var (olds, news) = (Read(before), Read(after));
        var changes = Options.Where(option => olds.GetValueOrDefault(option.Name) != news.GetValueOrDefault(option.Name))
            .Select(option => news.TryGetValue(option.Name, out var value) ? $" set {option.Name} {value}" : $" {option.Reset}");
        var cycle = (olds.ContainsKey("cycle"), news.ContainsKey("cycle")) switch { (false, true) => " set cycle", (true, false) => " set no cycle", _ => "" };
        return string.Concat(changes) + cycle;
    }

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
