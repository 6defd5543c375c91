using System.Globalization;
using System.Numerics;
using System.Text;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Cli;

/// <summary>How the next script of a folder is called.</summary>
/// <param name="Layout">The naming convention.</param>
/// <param name="Version">The next version.</param>
internal sealed record ScriptNaming(string Layout, string Version)
{
    private const int TimestampLength = 14;

    /// <summary>Looks at a folder's scripts, for all databases together.</summary>
    /// <param name="folder">The folder; it exists.</param>
    /// <param name="layout">The convention asked for, or null.</param>
    /// <param name="clock">Gives timestamps.</param>
    /// <exception cref="CommandLineException">The files follow several conventions.</exception>
    public static ScriptNaming Of(string folder, string? layout, TimeProvider clock)
    {
        var sets = new Dialect[] { new SqliteDialect(), new PostgresDialect() }
            .Select(dialect => ScriptSetLoader.Load([new NamesSource(folder)], dialect, new() { Layout = layout }))
            .ToList();
        if (sets[0].Scripts.Count == 0 && sets[0].Errors.Count > 0)
        {
            throw new CommandLineException(sets[0].Errors) { ExitCode = ExitCodes.Refused };
        }

        var newest = sets.SelectMany(set => set.Scripts).Select(script => script.Version).Max();
        return new(sets[0].Layout, newest is { } version ? Next(version.Text, clock) : First(sets[0].Layout));
    }

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
    public IReadOnlyList<string> FilesOf(string description) => Layout switch
    {
        LayoutNames.Pairs => [$"{Version}_{description}.up.sql", $"{Version}_{description}.down.sql"],
        LayoutNames.Sequential => [$"{Version}_{description}.sql"],
        _ => [$"V{Version.Replace('.', '_')}__{description}.sql"],
    };

    private static string First(string layout) => layout == LayoutNames.Pairs ? "000001" : "001";

    private static string Next(string newest, TimeProvider clock)
    {
        var dot = newest.LastIndexOf('.') + 1;
        var part = newest[dot..];
        var next = BigInteger.Parse(part, CultureInfo.InvariantCulture) + 1;
        if (dot == 0 && part.Length >= TimestampLength)
        {
            var now = clock.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture).PadRight(part.Length, '0');
            next = BigInteger.Max(next, BigInteger.Parse(now, CultureInfo.InvariantCulture));
        }

        return newest[..dot] + next.ToString(CultureInfo.InvariantCulture).PadLeft(part.Length, '0');
    }
}
