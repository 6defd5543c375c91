using System.Xml.Linq;

namespace Dowel.Tidy;

/// <summary>A project file, and what it refers to.</summary>
internal sealed record ProjectFile(string Path, string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>All projects in a top folder.</summary>
    public static IEnumerable<ProjectFile> In(string folder) => Tree.Below(folder, ".csproj").Select(Load);

    private static ProjectFile Load(string path)
    {
        var document = XDocument.Parse(Tree.Read(path));
        return new(
            path,
            System.IO.Path.GetFileNameWithoutExtension(path),
            [.. Includes(document, "ProjectReference").Select(System.IO.Path.GetFileNameWithoutExtension).OfType<string>()],
            [.. Includes(document, "PackageReference")]);
    }

    private static IEnumerable<string> Includes(XDocument document, string element) =>
        document.Descendants(element).Select(reference => (string?)reference.Attribute("Include")).OfType<string>();
}
