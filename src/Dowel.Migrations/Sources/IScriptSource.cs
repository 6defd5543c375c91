namespace Dowel.Migrations;

/// <summary>A place that scripts come from: a folder, or the resources of an assembly.</summary>
/// <remarks>Implementations keep no state between calls and are safe for any number of threads.</remarks>
public interface IScriptSource
{
    /// <summary>What names the place in messages: a path or an assembly's name.</summary>
    string Name { get; }

    /// <summary>Lists the script files, in the ordinal order of their names, without reading their text.</summary>
    /// <returns>The files, and what kept others from being listed.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="FileNotFoundException">The assembly's file does not exist.</exception>
    SourceFiles Load();
}
