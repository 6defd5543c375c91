using System.Text.Json.Serialization;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Findings as a compiler reports them, one in a line, for a build that runs the command.</summary>
/// <param name="Found">The findings.</param>
internal sealed record BuildOutcome([property: JsonIgnore] IReadOnlyList<DowelError> Found) : Outcome
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override int ExitCode => Found.Count > 0 ? ExitCodes.Findings : ExitCodes.Done;

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        foreach (var error in Found)
        {
            page.Line($"{PlaceOf(error.Location)}: error {error.Code}: {OneLine($"{error.Problem} {error.Remedy}")}");
        }
    }

    // The form that MSBuild knows errors by. A place is relative to the project, which is where a build runs the command; a
    // resource has a name that is no file's.
    private static string PlaceOf(SourceLocation? location) => location switch
    {
        null => "dowel",
        { Line: { } line } place => $"{FileOf(place.File)}({line},{place.Column ?? 1})",
        { } place => FileOf(place.File),
    };

    private static string FileOf(string path) => File.Exists(path) ? Path.GetFullPath(path) : path;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
