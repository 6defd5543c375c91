using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dowel.Benchmarks;

/// <summary>How SQLite has what EF Core would spell in another way.</summary>
internal static class EfEngine
{
    /// <summary>The type of documents; null for text.</summary>
    public static string? JsonType => null;

    /// <summary>Sets what holds for all columns.</summary>
    public static void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Guid>().HaveConversion<Ids>();
        configuration.Properties<DateTimeOffset>().HaveConversion<Moments>();
    }

    private sealed class Ids() : ValueConverter<Guid, string>(id => id.ToString(), text => Guid.Parse(text));

    private sealed class Moments() : ValueConverter<DateTimeOffset, string>(moment => TextTimes.Write(moment), text => TextTimes.Read(text));
}
