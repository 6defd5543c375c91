namespace Dowel.Migrations;

/// <summary>One database of many, opened when its turn comes.</summary>
/// <param name="Name">What names it to people: a file, a schema, a database; no secrets.</param>
/// <param name="Open">Opens it, on any thread; what it gives is disposed when the target is done.</param>
public sealed record MigrationTarget(string Name, Func<IMigrationDatabase> Open);
