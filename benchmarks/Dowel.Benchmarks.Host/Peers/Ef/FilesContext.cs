using Microsoft.EntityFrameworkCore;

namespace Dowel.Benchmarks;

/// <summary>Projects and files as EF Core knows them.</summary>
/// <param name="options">How it connects.</param>
internal sealed class FilesContext(DbContextOptions<FilesContext> options) : SnakeContext(options)
{
    public DbSet<ProjectRow> Projects => Set<ProjectRow>();

    public DbSet<FileRow> Files => Set<FileRow>();

    /// <summary>The files of a project, where it is the owner's.</summary>
    public IQueryable<FileRow> FilesOf(Guid owner, Guid project) =>
        Files.Where(file => file.ProjectId == project && Projects.Any(of => of.Id == file.ProjectId && of.OwnerId == owner));

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Map<ProjectRow>(modelBuilder, "projects", [nameof(ProjectRow.Id)]);
        Map<FileRow>(modelBuilder, "project_files", [nameof(FileRow.Id)]);
        modelBuilder.Entity<FileRow>().Property(file => file.Id).ValueGeneratedNever();
    }
}
