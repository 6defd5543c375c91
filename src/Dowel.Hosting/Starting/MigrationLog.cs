using Microsoft.Extensions.Logging;

namespace Dowel.Hosting;

/// <summary>What is logged of migrations, in the category <see cref="Category"/>; the numbers stay.</summary>
internal static partial class MigrationLog
{
    /// <summary>The category.</summary>
    public const string Category = "Dowel.Migrations";

    [LoggerMessage(1001, LogLevel.Information, "{Database} is up to date, at version {Version}.")]
    public static partial void UpToDate(ILogger log, string database, string version);

    [LoggerMessage(1002, LogLevel.Information, "Applying {Script} to {Database}, {Number} of {Total}.")]
    public static partial void Starting(ILogger log, string script, string database, int number, int total);

    [LoggerMessage(1003, LogLevel.Information, "Applied {Script} to {Database} in {ElapsedMilliseconds} ms.")]
    public static partial void Done(ILogger log, string script, string database, double elapsedMilliseconds);

    [LoggerMessage(1004, LogLevel.Information, "Applied {Count} scripts to {Database}, which is at version {Version}, in {ElapsedMilliseconds} ms.")]
    public static partial void Applied(ILogger log, int count, string database, string version, double elapsedMilliseconds);

    [LoggerMessage(1005, LogLevel.Information, "Another migrator is at work on {Database}: {Holder}. Waiting for it, {BoundSeconds} s at most.")]
    public static partial void Waiting(ILogger log, string database, string holder, double boundSeconds);

    [LoggerMessage(1006, LogLevel.Warning, "{Script} could not have a lock of {Database} in time and is tried again, after try {Try}: {Reason}")]
    public static partial void Retrying(ILogger log, string script, string database, int @try, string reason);

    [LoggerMessage(1007, LogLevel.Debug, "{Database} says: {Notice}")]
    public static partial void Noticed(ILogger log, string database, string notice);

    [LoggerMessage(1008, LogLevel.Warning, "{Database}: {Code}: {Problem} {Remedy}")]
    public static partial void Warned(ILogger log, string database, string code, string problem, string remedy);

    [LoggerMessage(1009, LogLevel.Error, "The service cannot start on {Database}. {Code}: {Problem} {Remedy}")]
    public static partial void Refused(ILogger log, string database, string code, string problem, string remedy);

    [LoggerMessage(1010, LogLevel.Warning, "Stopped while starting on {Database}: whole scripts are applied, and the next start goes on behind them.")]
    public static partial void Stopped(ILogger log, string database);

    [LoggerMessage(1011, LogLevel.Debug, "Nothing is migrated on {Database}.")]
    public static partial void Off(ILogger log, string database);
}
