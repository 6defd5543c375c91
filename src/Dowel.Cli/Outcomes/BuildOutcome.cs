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
            page.Line($"{PlaceOf(error.Location)}: error {error.Code}: {OneLine(Ended(error.Problem))} {OneLine(error.Remedy)}");
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

    // An engine's message may end without a full stop, and the remedy follows in the same line.
    private static string Ended(string sentence) => sentence is [.., '.' or '?' or '!' or ':'] ? sentence : sentence + '.';

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
