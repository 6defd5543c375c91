using System.Reflection;

namespace Dowel.HostProcesses;

/// <summary>Where the build has put things.</summary>
internal static class Built
{
    /// <summary>The service's executable.</summary>
    public static string Host { get; } = Find(nameof(Host));

    /// <summary>The top of the tree.</summary>
    public static string Root { get; } = Find(nameof(Root));

    private static string Find(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
