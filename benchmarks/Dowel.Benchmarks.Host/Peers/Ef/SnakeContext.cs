using Microsoft.EntityFrameworkCore;

namespace Dowel.Benchmarks;

/// <summary>A context whose columns are spelt as the tables have them.</summary>
/// <param name="options">How it connects.</param>
internal abstract class SnakeContext(DbContextOptions options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => EfEngine.Configure(configurationBuilder);

    /// <summary>Maps a row to its table.</summary>
    protected static void Map<T>(ModelBuilder model, string table, string[] key, params string[] documents)
        where T : class
    {
        var entity = model.Entity<T>().ToTable(table);
        entity.HasKey(key);
        foreach (var property in typeof(T).GetProperties())
        {
            entity.Property(property.PropertyType, property.Name).HasColumnName(Snake(property.Name));
        }

        if (EfEngine.JsonType is { } type)
        {
            foreach (var document in documents)
            {
                entity.Property(document).HasColumnType(type);
            }
        }
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((letter, at) => char.IsAsciiLetterUpper(letter) ? $"{(at > 0 ? "_" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
