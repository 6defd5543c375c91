using Microsoft.Extensions.Logging;

namespace Dowel.Hosting;

/// <summary>What is logged of statements, in the category <see cref="Category"/>; the numbers stay.</summary>
internal static partial class StatementLog
{
    /// <summary>The category.</summary>
    public const string Category = "Dowel.Statements";

    [LoggerMessage(2001, LogLevel.Warning, "{Statement} took {ElapsedMilliseconds} ms on {Namespace}.")]
    public static partial void Slow(ILogger log, string statement, double elapsedMilliseconds, object? @namespace);
}
