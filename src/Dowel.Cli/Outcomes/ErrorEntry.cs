using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>An error in JSON; null where a part is not known.</summary>
internal sealed record ErrorEntry(string Code, string Problem, string Remedy, string? File, int? Line, int? Column)
{
    /// <summary>Takes an error apart.</summary>
    public static ErrorEntry Of(DowelError error) =>
        new(error.Code, error.Problem, error.Remedy, error.Location?.File, error.Location?.Line, error.Location?.Column);
}
