namespace Dowel.Cli;

/// <summary>A file of the next script.</summary>
/// <param name="Name">Its name below the folder of scripts.</param>
/// <param name="Text">What it begins with: the marks that its layout wants in it.</param>
internal sealed record NewScriptFile(string Name, string Text = "");
