namespace Dowel.Migrations;

/// <summary>All scripts of a set for one database, as loaded, with everything that kept a file from being one.</summary>
/// <param name="Layout">The naming convention: <c>flyway</c>, <c>sequential</c> or <c>pairs</c>.</param>
/// <param name="Tokens">Where tokens are replaced.</param>
/// <param name="Scripts">The scripts for this database: versioned by version, repeatable by description, then undo, baseline and hooks.</param>
/// <param name="Errors">Bad names, duplicate versions, unreadable files, unknown directives: all of them, in the order of paths.</param>
public sealed record ScriptSet(
    string Layout, TokenScope Tokens, IReadOnlyList<Script> Scripts, IReadOnlyList<DowelError> Errors)
{
    /// <summary>The name of the database the scripts were chosen for; null where any will do.</summary>
    public string? Dialect { get; init; }

    /// <summary>The set with classes in the order beside the scripts.</summary>
    /// <param name="migrations">The classes for this database; a version that the set has already is an error of the set.</param>
    /// <exception cref="ArgumentException">A class has no checksum.</exception>
    public ScriptSet With(params IReadOnlyList<ICodeMigration> migrations)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        var names = migrations.Select(CodeScripts.NameOf).ToHashSet(StringComparer.Ordinal);
        var errors = Errors.Where(error => error.Code != CodeErrors.NotLoadedCode || !names.Contains(error.Location!.Value.File)).ToList();
        var scripts = Scripts.ToList();
        foreach (var script in migrations.SelectMany(CodeScripts.Of))
        {
            if (scripts.Find(other => other.Kind == script.Kind && other.Id == script.Id) is { } taken)
            {
                errors.Add(CodeErrors.Duplicate(taken, script));
            }
            else
            {
                scripts.Add(script);
            }
        }

        return this with { Scripts = [.. scripts.OrderBy(script => script.Kind).ThenBy(script => script.Version)], Errors = errors };
    }
}
