using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>What <c>dowel.json</c> says; null where it says nothing.</summary>
internal sealed record SettingsFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "dowel.json";

    /// <summary>Where the scripts are, below the file's own folder.</summary>
    public string? Source { get; init; }

    /// <summary>The database.</summary>
    public string? Url { get; init; }

    /// <summary>The schema.</summary>
    public string? Schema { get; init; }

    /// <summary>The history table.</summary>
    public string? History { get; init; }

    /// <summary>The naming convention.</summary>
    public string? Layout { get; init; }

    /// <summary>Whether tokens are replaced.</summary>
    public bool? Tokens { get; init; }

    /// <summary>What own tokens stand for.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What becomes of late-comers.</summary>
    public OutOfOrderPolicy? OutOfOrder { get; init; }

    /// <summary>Whether numbers may be left out.</summary>
    public GapPolicy? Gaps { get; init; }

    /// <summary>How long to wait for another migrator.</summary>
    public TimeSpan? LockWait { get; init; }

    /// <summary>How long a statement may wait for a lock.</summary>
    public TimeSpan? LockTimeout { get; init; }

    /// <summary>How long a statement may run.</summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <summary>Loads the working folder's file; an empty one where there is none.</summary>
    /// <exception cref="CommandLineException">The file cannot be read, or says something that is not known.</exception>
    public static SettingsFile Load()
    {
        try
        {
            return File.Exists(Name) ? SettingsReader.Read(File.ReadAllBytes(Name), Name) : new();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException(CommandLineErrors.File($"'{Name}' cannot be read: {failure.Message}"));
        }
    }
}
