namespace Dowel.Migrations.Tests;

/// <summary>Short ways to load a set.</summary>
internal static class Loading
{
    public static ScriptSet Load(params string[] names) => Load(TestDialect.Postgres, null, names);

    public static ScriptSet LoadAs(string layout, params string[] names) => Load(TestDialect.Postgres, layout, names);

    public static ScriptSet Load(Dialect dialect, string? layout, params string[] names) =>
        ScriptSetLoader.Load([MemorySource.Of(names)], dialect, new() { Layout = layout });

    public static ScriptSet LoadText(string text, Dialect? dialect = null) =>
        ScriptSetLoader.Load([MemorySource.Text("V1__x.sql", text)], dialect ?? TestDialect.Postgres);

    public static string Summary(ScriptSet set) => string.Join(
        " | ",
        set.Scripts.Select(script => $"{script.Kind} {script.Version?.Text ?? "-"} {script.Description}".TrimEnd()));

    public static string[] Codes(ScriptSet set) => [.. set.Errors.Select(error => error.Code)];

    public static Script Script(string text, string path = "V1__x.sql") => new()
    {
        Kind = ScriptKind.Versioned,
        Version = MigrationVersion.Parse("1"),
        Description = "x",
        Path = path,
        Text = text,
        Directives = ScriptDirectives.None,
    };
}
