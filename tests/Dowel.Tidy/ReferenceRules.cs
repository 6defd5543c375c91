namespace Dowel.Tidy;

public sealed class ReferenceRules
{
    // The plan of docs/architecture.md, also for the projects that are still to come.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Dowel.Migrations"] = [],
        ["Dowel.Schema"] = [],
        ["Dowel.Data"] = ["Dowel.Generator"], // carried in its package, not compiled against
        ["Dowel.Generator"] = [],
        ["Dowel.Contracts"] = ["Dowel.Migrations", "Dowel.Schema"],
        ["Dowel.Sqlite"] = ["Dowel.Migrations", "Dowel.Schema", "Dowel.Data", "Dowel.Contracts"],
        ["Dowel.Postgres"] = ["Dowel.Migrations", "Dowel.Schema", "Dowel.Data", "Dowel.Contracts"],
        ["Dowel.Hosting"] = ["Dowel.Migrations", "Dowel.Data"],
        ["Dowel.Testing"] = ["Dowel.Sqlite", "Dowel.Postgres"],
        ["Dowel.Cli"] =
        [
            "Dowel.Migrations", "Dowel.Schema", "Dowel.Data", "Dowel.Generator", "Dowel.Contracts", "Dowel.Sqlite", "Dowel.Postgres",
        ],
    };

    // A driver is seen by the one project that is about it; the command picks the native SQLite library.
    private static readonly (string Prefix, string[] Seers)[] Drivers =
    [
        ("Npgsql", ["Dowel.Postgres"]),
        ("Microsoft.Data.Sqlite", ["Dowel.Sqlite"]),
        ("SQLitePCL", ["Dowel.Sqlite", "Dowel.Cli"]),
    ];

    [Fact]
    public void A_project_refers_only_to_those_below_it() => Tree.Expect(
        "References that docs/architecture.md does not allow:",
        from project in ProjectFile.In("src/")
        from reference in project.Projects
        where !Allowed.GetValueOrDefault(project.Name, []).Contains(reference)
        select $"{project.Path} -> {reference}");

    [Fact]
    public void Every_project_has_a_place_in_the_plan() => Tree.Expect(
        "Projects without a line in the table of allowed references:",
        ProjectFile.In("src/").Where(project => !Allowed.ContainsKey(project.Name)).Select(project => project.Path));

    [Fact]
    public void A_system_uses_Dowel_as_anybody_would() => Tree.Expect(
        "A system refers to packages that users have, and to nothing else of the tree but another system:",
        from project in ProjectFile.In("systems/")
        from reference in project.Projects
        where !(reference is "Dowel.Sqlite" or "Dowel.Postgres" or "Dowel.Hosting" || IsSystem(reference))
        select $"{project.Path} -> {reference}");

    [Fact]
    public void Only_one_project_refers_to_a_driver() => Tree.Expect(
        "Package references to a driver outside its project:",
        from project in ProjectFile.In("src/")
        from package in project.Packages
        where IsHidden(package, project.Name)
        select $"{project.Path} -> {package}");

    // Packages flow on to projects that refer to the one that uses them, so the words are looked at too.
    [Fact]
    public void Only_one_project_speaks_to_a_driver() => Tree.Expect(
        "Using directives for a driver outside its project:",
        from file in Tree.Below("src/", ".cs")
        from line in Tree.Lines(file)
        where line.StartsWith("using ", StringComparison.Ordinal) && IsHidden(line[6..], file.Split('/')[1])
        select $"{file}: {line}");

    // Tests call them as processes, so that no version of theirs decides about one of ours.
    [Fact]
    public void Peers_are_referred_to_by_benchmarks_alone() => Tree.Expect(
        "Package references to what Dowel is measured beside, outside benchmarks/:",
        from project in ProjectFile.In("src/").Concat(ProjectFile.In("systems/")).Concat(ProjectFile.In("tests/"))
        from package in project.Packages
        where package.Contains("EntityFrameworkCore", StringComparison.Ordinal) || package.StartsWith("Dapper", StringComparison.Ordinal)
        select $"{project.Path} -> {package}");

    private static bool IsSystem(string project) => ProjectFile.In("systems/").Any(system => system.Name == project);

    private static bool IsHidden(string name, string project) => Array.Exists(
        Drivers, driver => name.StartsWith(driver.Prefix, StringComparison.Ordinal) && !driver.Seers.Contains(project));
}
