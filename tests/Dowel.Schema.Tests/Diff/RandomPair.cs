using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Schema.Tests;

/// <summary>Two random schemas: two of which neither knows the other, or one and what is left of it after a few steps, either way round.</summary>
/// <param name="Before">Where a plan begins.</param>
/// <param name="After">Where it leads.</param>
internal sealed record RandomPair(DatabaseModel Before, DatabaseModel After)
{
    /// <summary>All of them; one that fails shrinks on both sides at once where it can, then on either.</summary>
    public static Arbitrary<RandomPair> Any { get; } =
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Zip(Gen.Choose(0, int.MaxValue - 1), Of), Shrink);

    /// <summary>The pair of two numbers.</summary>
    public static RandomPair Of(int first, int second)
    {
        var (schema, random) = (RandomSchema.Of(first), new Random(second));
        if (random.Next(2) == 0)
        {
            return new(schema, RandomSchema.Of(second));
        }

        var less = schema;
        for (var steps = random.Next(1, 6); steps > 0 && SimplerSchema.Of(less).ToList() is { Count: > 0 } simpler; steps--)
        {
            less = simpler[random.Next(simpler.Count)];
        }

        return random.Next(2) == 0 ? new(schema, less) : new(less, schema);
    }

    public override string ToString() => $"{Text(Before)}\n-- becomes\n{Text(After)}";

    private static IEnumerable<RandomPair> Shrink(RandomPair pair) =>
    [
        .. pair.Before.Tables.Select(table => new RandomPair(SimplerSchema.Without(pair.Before, table.Name), SimplerSchema.Without(pair.After, table.Name))),
        .. SimplerSchema.Of(pair.Before).Select(simpler => pair with { Before = simpler }),
        .. SimplerSchema.Of(pair.After).Select(simpler => pair with { After = simpler }),
    ];

    private static string Text(DatabaseModel schema) => string.Join(";\n", schema.Tables.Where(table => table.Kind == TableKind.Table)
        .SelectMany(table => (string[])[$"create table {table.Name} ({string.Join(", ", table.Columns.Select(Text))})", .. table.Constraints.Select(key => key.Create), .. table.Indexes.Select(index => index.Create)])
        .Concat(schema.Objects.Select(each => each.Create))
        .Concat(schema.Tables.Where(table => table.IsView).Select(view => view.Create)));

    private static string Text(ColumnModel column) => $"{column.Name} {column.Type}{(column.IsNullable ? "" : " not null")}{(column.Default is null ? "" : $" default {column.Default}")}";
}
