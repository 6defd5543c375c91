using Workspaces;

namespace SystemsHost;

/// <summary>A file of a project.</summary>
/// <param name="Path">Where in the project it is.</param>
/// <param name="Content">What is in it.</param>
/// <param name="CreatedAt">When it was first written.</param>
/// <param name="UpdatedAt">When it was last written.</param>
internal sealed record FileView(string Path, string Content, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Shows a file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>What its owner sees.</returns>
    public static FileView Of(ProjectFile file) => new(file.Path, file.Content, file.CreatedAt, file.UpdatedAt);
}
