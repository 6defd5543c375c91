namespace Dowel.Migrations;

/// <summary>A layout and the files of a set that suggest it.</summary>
/// <param name="Layout">The layout.</param>
/// <param name="Files">The files; never none.</param>
internal sealed record LayoutFiles(Layout Layout, List<SourcedFile> Files);
