namespace Dowel.Schema.Tests;

/// <summary>Scripts that make every kind of object, by what they show.</summary>
internal static class PostgresFixtures
{
    public static IReadOnlyDictionary<string, string> All { get; } =
        new[] { PostgresTableFixtures.All, PostgresTypeFixtures.All, PostgresCodeFixtures.All, PostgresRightFixtures.All }
            .SelectMany(each => each).ToDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal);
}
