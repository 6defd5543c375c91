using System.Collections.Concurrent;
using Dowel.Sqlite;

namespace Dowel.Testing;

/// <summary>Migrated SQLite files to be copied, one for each set of scripts.</summary>
/// <remarks>They stay in a folder of the user's below the temporary one; what nobody has used for a week goes.</remarks>
internal static class SqliteTemplates
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(7);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Known = new(StringComparer.Ordinal);
    private static readonly Lazy<string> Folder = new(OpenFolder);

    /// <summary>Makes a copy of the template of some scripts.</summary>
    public static async Task<SqlitePlace> CopyAsync(TestScripts scripts)
    {
        var template = await Known.GetOrAdd(scripts.Key, key => new(() => EnsureAsync(scripts))).Value.ConfigureAwait(false);
        return SqlitePlace.Copy(template);
    }

    private static async Task<string> EnsureAsync(TestScripts scripts)
    {
        var template = Path.Combine(Folder.Value, $"{scripts.Key}.db");
        if (File.Exists(template))
        {
            Touch(template);
            return template;
        }

        // Beside others that make it too: whoever is first is the one, and it appears as a whole.
        var fresh = Path.Combine(Folder.Value, $"{Guid.NewGuid():n}.new");
        try
        {
            await scripts.ApplyAsync(new SqliteMigrationDatabase(
                $"Data Source={fresh};Pooling=False", new() { HistoryTable = scripts.Options.HistoryTable, Schema = scripts.Options.Schema })).ConfigureAwait(false);
            File.Move(fresh, template, overwrite: true);
            return template;
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    private static void Touch(string template)
    {
        try
        {
            File.SetLastWriteTimeUtc(template, TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        catch (IOException)
        {
            // Then somebody else is about to.
        }
    }

    private static string OpenFolder()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"dowel-testing-{Environment.UserName}");
        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var oldest = TimeProvider.System.GetUtcNow().UtcDateTime - Age;
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => File.GetLastWriteTimeUtc(file) < oldest))
        {
            File.Delete(file);
        }

        return folder;
    }
}
