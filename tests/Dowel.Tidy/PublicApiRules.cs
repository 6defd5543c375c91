using System.Reflection;

namespace Dowel.Tidy;

public sealed class PublicApiRules
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("DOWEL_WRITE_API") == "1";

    public static TheoryData<string> Packages =>
        [.. ProjectFile.In("src/").Select(project => project.Name).Except(["Dowel.Cli", "Dowel.Generator"])];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_API_is_the_one_written_down(string package)
    {
        var path = Path.Combine(Tree.Root, "tests/Dowel.Tidy/PublicApi", $"{package}.txt");
        var built = ApiText.Of(Assembly.Load(package));
        if (Writes)
        {
            File.WriteAllText(path, string.Concat(built.Select(line => line + "\n")));
        }

        var written = File.Exists(path) ? File.ReadAllLines(path) : [];
        Tree.Expect(
            $"The public API of {package} has changed; if that is meant, run 'make api':",
            [.. Tell("-", written, built), .. Tell("+", built, written)]);
    }

    // Lines are told with their type, since a member's line alone says little.
    private static IEnumerable<string> Tell(string sign, IReadOnlyList<string> lines, IReadOnlyList<string> others) =>
        Qualify(lines).Except(Qualify(others), StringComparer.Ordinal).Select(line => $"{sign} {line}");

    private static IEnumerable<string> Qualify(IReadOnlyList<string> lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            type = line.StartsWith(' ') ? type : line;
            yield return line.StartsWith(' ') ? $"{type} | {line.Trim()}" : line;
        }
    }
}
