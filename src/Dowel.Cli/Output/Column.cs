namespace Dowel.Cli;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether its cells stand at the right.</param>
/// <param name="MayWrap">Whether its cells may take several lines where the terminal is narrow.</param>
internal readonly record struct Column(string Title, bool IsNumber = false, bool MayWrap = false);
