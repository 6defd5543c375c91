namespace Dowel.Migrations;

/// <summary>How a set of scripts is to be read, where the files' names do not say it.</summary>
public sealed record ScriptSetOptions
{
    /// <summary>Everything as the names say.</summary>
    public static ScriptSetOptions Default { get; } = new();

    /// <summary>The layout, one of <see cref="LayoutNames.All"/>; null to tell it from the files' names.</summary>
    public string? Layout { get; init; }

    /// <summary>Whether <c>${name}</c> is replaced; null for the layout's own custom: on in flyway, off elsewhere.</summary>
    public bool? Tokens { get; init; }
}
