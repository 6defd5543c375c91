namespace Dowel.Benchmarks;

/// <summary>A project, as EF Core knows one.</summary>
internal sealed class ProjectRow
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }
}
