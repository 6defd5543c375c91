namespace Dowel.Schema;

/// <summary>What a developer says in code of a new name: <c>[RenamedFrom("x")]</c>, <c>-- dowel: renamed a -> b</c>.</summary>
/// <param name="From">What it was called: a table, a column, a type, a view, or a label (kind <see cref="ObjectKind.Enum"/> with a part).</param>
/// <param name="To">What it is called now, by the new names throughout.</param>
internal sealed record RenameIntent(ObjectKey From, ObjectKey To);
