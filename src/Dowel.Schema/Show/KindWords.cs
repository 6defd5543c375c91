namespace Dowel.Schema;

/// <summary>Kinds as JSON and people have them. Pure.</summary>
internal static class KindWords
{
    /// <summary>An object's kind: <c>table</c>, <c>materialized view</c>.</summary>
    public static string Of(ObjectKind kind) => kind == ObjectKind.MaterializedView ? "materialized view" : Lower(kind);

    /// <summary>A table's kind: <c>table</c>, <c>view</c>, <c>materialized view</c>, <c>virtual</c>.</summary>
    public static string Of(TableKind kind) => kind == TableKind.MaterializedView ? "materialized view" : Lower(kind);

    /// <summary>A constraint's kind: <c>primary</c>, <c>unique</c>, <c>foreign</c>, <c>check</c>, <c>exclusion</c>.</summary>
    public static string Of(ConstraintKind kind) => Lower(kind);

    /// <summary>How a column's values are made: <c>identity</c>, <c>strict identity</c>, <c>computed</c>; null where they are not.</summary>
    public static string? Of(Generation generation) => generation switch
    {
        Generation.None => null,
        Generation.StrictIdentity => "strict identity",
        _ => Lower(generation),
    };

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
