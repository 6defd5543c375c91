using Microsoft.EntityFrameworkCore;

namespace Dowel.Benchmarks;

/// <summary>How PostgreSQL has what EF Core cannot know.</summary>
internal static class EfEngine
{
    /// <summary>The type of documents.</summary>
    public static string? JsonType => "jsonb";

    /// <summary>Sets what holds for all columns: nothing.</summary>
    public static void Configure(ModelConfigurationBuilder configuration) => ArgumentNullException.ThrowIfNull(configuration);
}
