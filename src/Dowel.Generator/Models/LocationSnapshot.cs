using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dowel.Generator;

/// <summary>A location that holds on to no syntax tree.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">The first character, from 0.</param>
/// <param name="Length">How many characters.</param>
/// <param name="First">Line and column of the first character, from 0.</param>
/// <param name="End">Line and column after the last character, from 0.</param>
internal sealed record LocationSnapshot(
    string Path, int Start, int Length, (int Line, int Column) First, (int Line, int Column) End)
{
    /// <summary>The place of its first character.</summary>
    public PlaceModel Place => new(Path, First.Line + 1, First.Column + 1);

    /// <summary>Takes what a location says.</summary>
    /// <param name="location">The location.</param>
    /// <returns>The snapshot; null for a location outside source.</returns>
    public static LocationSnapshot? Of(Location? location)
    {
        if (location is not { IsInSource: true })
        {
            return null;
        }

        var lines = location.GetLineSpan();
        return new(
            lines.Path,
            location.SourceSpan.Start,
            location.SourceSpan.Length,
            (lines.StartLinePosition.Line, lines.StartLinePosition.Character),
            (lines.EndLinePosition.Line, lines.EndLinePosition.Character));
    }

    /// <summary>Makes the location again.</summary>
    /// <returns>The location.</returns>
    public Location ToLocation() => Location.Create(
        Path,
        new TextSpan(Start, Length),
        new LinePositionSpan(new(First.Line, First.Column), new(End.Line, End.Column)));
}
