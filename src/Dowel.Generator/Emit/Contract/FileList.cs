using System.Globalization;

namespace Dowel.Generator;

/// <summary>The files that a contract speaks of, named from the project's folder.</summary>
/// <param name="folder">The project's folder; empty where it is not known.</param>
internal sealed class FileList(string folder)
{
    private readonly List<string> _files = [];
    private readonly string[] _folder = Parts(folder.TrimEnd('/', '\\'));

    /// <summary>The files in the order in which they were first spoken of.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>A place as <c>[file, line, column]</c>.</summary>
    /// <param name="place">The place.</param>
    /// <returns>The JSON.</returns>
    public string Json(PlaceModel place) => $"[{Numbers(place)}]";

    /// <summary>A place as <c>file, line, column</c>.</summary>
    /// <param name="place">The place.</param>
    /// <returns>The numbers.</returns>
    public string Numbers(PlaceModel place) =>
        string.Format(CultureInfo.InvariantCulture, "{0}, {1}, {2}", IndexOf(Relative(place.File)), place.Line, place.Column);

    private int IndexOf(string file)
    {
        if (_files.IndexOf(file) is var index and >= 0)
        {
            return index;
        }

        _files.Add(file);
        return _files.Count - 1;
    }

    // So that the same tree gives the same contract wherever it lies.
    private string Relative(string file)
    {
        var parts = Parts(file);
        var shared = 0;
        while (shared < _folder.Length && shared < parts.Length - 1 && parts[shared] == _folder[shared])
        {
            shared++;
        }

        // Nothing shared but the root: another drive, or no folder known.
        return shared <= 1
            ? string.Join("/", parts)
            : string.Join("/", Enumerable.Repeat("..", _folder.Length - shared).Concat(parts.Skip(shared)));
    }

    private static string[] Parts(string path) => path.Split('/', '\\');
}
