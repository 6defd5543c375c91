namespace Dowel.Migrations;

/// <summary>The directives there are, and what each may be set to.</summary>
internal static class DirectiveNames
{
    /// <summary>Runs the script outside a transaction.</summary>
    public const string Transaction = "transaction";

    /// <summary>Lets the script run after a later one.</summary>
    public const string OutOfOrder = "out-of-order";

    /// <summary>Runs a repeatable script in every run.</summary>
    public const string Repeat = "repeat";

    /// <summary>How long a statement may wait for a lock.</summary>
    public const string LockTimeout = "lock-timeout";

    /// <summary>The one database the script is for.</summary>
    public const string Only = "only";

    /// <summary>Each name with the values it takes, for messages.</summary>
    public static IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>
    {
        [Transaction] = "none",
        [OutOfOrder] = "allow",
        [Repeat] = "always",
        [LockTimeout] = DowelDuration.Examples,
        [Only] = string.Join(" or ", DialectNames.All),
    };

    /// <summary>All directives as one line for messages.</summary>
    public static string Known { get; } = string.Join("; ", Values.Select(pair => $"{pair.Key}={pair.Value}"));
}
