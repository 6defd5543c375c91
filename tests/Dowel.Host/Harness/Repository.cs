namespace Dowel.HostTests;

/// <summary>The tree that the tests are in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? folder) =>
        folder is null ? throw new InvalidOperationException("The tests run outside the repository.")
        : File.Exists(Path.Combine(folder, "Dowel.slnx")) ? folder
        : Find(Path.GetDirectoryName(folder));
}
