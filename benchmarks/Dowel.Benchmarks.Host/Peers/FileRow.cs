namespace Dowel.Benchmarks;

/// <summary>A file as peers write it.</summary>
internal sealed class FileRow
{
    public Guid Id { get; set; }

    public Guid ProjectId { get; set; }

    public required string Path { get; set; }

    public required string Content { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
