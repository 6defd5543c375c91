using System.Globalization;
using System.Numerics;
using System.Text;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>How the next script of a folder is called.</summary>
/// <param name="Layout">The naming convention.</param>
/// <param name="Version">The next version.</param>
internal sealed record ScriptNaming(string Layout, string Version)
{
    private const int TimestampLength = 14;
    private const string TimestampFormat = "yyyyMMddHHmmss";

    /// <summary>Whether each script has another that takes it back, in a file of its own.</summary>
    public bool HasPairs { get; init; }

    /// <summary>Whether files for one engine lie in a folder with its name.</summary>
    public bool HasEngineFolders { get; init; }

    /// <summary>The newest script's name without extension; null where there is none.</summary>
    private string? Newest { get; init; }

    /// <summary>Looks at a folder's scripts, for all databases together; their texts may still be empty.</summary>
    /// <param name="folder">The folder; it exists.</param>
    /// <param name="layout">The convention asked for, or null.</param>
    /// <param name="clock">Gives timestamps.</param>
    /// <exception cref="CommandLineException">The files follow several conventions.</exception>
    public static ScriptNaming Of(string folder, string? layout, TimeProvider clock)
    {
        var errors = new List<DowelError>();
        var names = NamedSet.Load([new FolderSource(folder)], layout, errors);
        if (names.Scripts.Count == 0 && errors.Count > 0)
        {
            throw new CommandLineException(errors) { ExitCode = ExitCodes.Refused };
        }

        var newest = names.Scripts.MaxBy(script => script.Name.Version);
        var isListed = DrizzleJournalEntry.Find(folder) is not null;
        return new(names.Layout.Name, newest?.Name.Version is { } version ? Next(version.Text, clock) : First(names.Layout.Name, isListed, clock))
        {
            HasPairs = names.Layout.Name == LayoutNames.Pairs || names.Scripts.Any(script => script.Name.Kind == ScriptKind.Undo),
            HasEngineFolders = names.Scripts.Any(script => script.Origin.File.Name.Split('/')[..^1].Any(part => ScriptFileName.DialectOf(part) is not null)),
            Newest = newest?.Origin.Name.Stem,
        };
    }

    /// <summary>Whether scripts are taken back by others, or by a part of their own.</summary>
    public bool HasWaysBack => HasPairs || Layout is LayoutNames.Pairs or LayoutNames.Goose or LayoutNames.Dbmate or LayoutNames.Diesel;

    /// <summary>How the first script of a folder is called that is not there yet.</summary>
    public static ScriptNaming OfNothing(string? layout, TimeProvider clock)
    {
        var name = layout ?? LayoutNames.Flyway;
        return new(name, First(name, isListed: false, clock)) { HasPairs = name == LayoutNames.Pairs };
    }

    /// <summary>How the script after this one is called.</summary>
    public ScriptNaming Following(TimeProvider clock) => this with { Version = Next(Version, clock) };

    /// <summary>Whether a folder has a list in which scripts stand.</summary>
    public bool IsListedIn(string folder) => Layout == LayoutNames.Drizzle && DrizzleJournalEntry.Find(folder) is not null;

    /// <summary>Words as the description of a script: lower-case letters and digits between single underscores.</summary>
    public static string Describe(string words)
    {
        var text = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var letter = words[i];
            if (!char.IsLetterOrDigit(letter))
            {
                letter = '_';
            }

            // "AddUsers" is two words, "AddURL" too.
            var isNewWord = char.IsUpper(letter) && i > 0 && char.IsLower(words[i - 1]);
            if ((isNewWord || letter == '_') && text.Length > 0 && text[^1] != '_')
            {
                text.Append('_');
            }

            if (letter != '_')
            {
                text.Append(char.ToLowerInvariant(letter));
            }
        }

        return text.ToString().Trim('_');
    }

    /// <summary>The files of the next script.</summary>
    /// <param name="description">What it does, as <see cref="Describe"/> gives it.</param>
    /// <param name="isListed">Whether the folder has a list in which the script is to stand.</param>
    public IReadOnlyList<NewScriptFile> FilesOf(string description, bool isListed) => Layout switch
    {
        LayoutNames.Pairs or LayoutNames.Sqlx when HasPairs =>
            [new($"{Version}_{description}.up.sql"), new($"{Version}_{description}.down.sql")],
        LayoutNames.Sequential or LayoutNames.Sqlx => [new($"{Version}_{description}.sql")],
        LayoutNames.Goose => [new($"{Version}_{description}.sql", "-- +goose Up\n\n-- +goose Down\n")],
        LayoutNames.Dbmate => [new($"{Version}_{description}.sql", "-- migrate:up\n\n-- migrate:down\n")],
        LayoutNames.Diesel => [new($"{Dashed(Version)}_{description}/up.sql"), new($"{Dashed(Version)}_{description}/down.sql")],
        LayoutNames.Drizzle => [new(isListed ? $"{Version}_{description}.sql" : $"{Version}_{description}/migration.sql")],
        LayoutNames.DbUp => [new(AfterWord(description))],
        _ => [new($"V{Version.Replace('.', '_')}__{description}.sql")],
    };

    // Names are sorted as texts, so the next one has the newest one's word before its number.
    private string AfterWord(string description)
    {
        var word = Newest is null ? "Script" : DbUpLayout.WordOf(Newest);
        return Newest?.Contains(" - ", StringComparison.Ordinal) == true
            ? $"{word}{Version} - {description.Replace('_', ' ')}.sql"
            : $"{word}{Version}_{description}.sql";
    }

    // 20260102030405 as 2026-01-02-030405.
    private static string Dashed(string version) => version.Length == TimestampLength
        ? $"{version[..4]}-{version[4..6]}-{version[6..8]}-{version[8..]}"
        : version;

    private static string First(string layout, bool isListed, TimeProvider clock) => layout switch
    {
        LayoutNames.Pairs => "000001",
        LayoutNames.Goose => "00001",
        LayoutNames.DbUp => "0001",
        LayoutNames.Drizzle when isListed => "0000",
        LayoutNames.Dbmate or LayoutNames.Diesel or LayoutNames.Sqlx or LayoutNames.Drizzle => Timestamp(clock),
        _ => "001",
    };

    private static string Timestamp(TimeProvider clock) => clock.GetUtcNow().ToString(TimestampFormat, CultureInfo.InvariantCulture);

    private static string Next(string newest, TimeProvider clock)
    {
        var dot = newest.LastIndexOf('.') + 1;
        var part = newest[dot..];
        var next = BigInteger.Parse(part, CultureInfo.InvariantCulture) + 1;
        if (dot == 0 && part.Length >= TimestampLength)
        {
            var now = Timestamp(clock).PadRight(part.Length, '0');
            next = BigInteger.Max(next, BigInteger.Parse(now, CultureInfo.InvariantCulture));
        }

        return newest[..dot] + next.ToString(CultureInfo.InvariantCulture).PadLeft(part.Length, '0');
    }
}
