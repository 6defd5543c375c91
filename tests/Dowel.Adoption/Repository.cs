namespace Dowel.Adoption;

/// <summary>The repository that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>Its root: the first folder upwards with the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Dowel.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
