namespace Dowel.Migrations;

/// <summary>One migration script as it was loaded: what it is, where it came from, and its text.</summary>
public sealed class Script
{
    private string? _checksum;
    private string? _fileText;

    /// <summary>What the script is for.</summary>
    public required ScriptKind Kind { get; init; }

    /// <summary>The version; null for a repeatable script.</summary>
    public MigrationVersion? Version { get; init; }

    /// <summary>What the file's name says it does, with spaces for underscores.</summary>
    public required string Description { get; init; }

    /// <summary>The path or resource name that errors point to.</summary>
    public required string Path { get; init; }

    /// <summary>The text as it stands in the file, without byte order mark; line ends are kept. Where a file holds several scripts, this one's part.</summary>
    public required string Text { get; init; }

    /// <summary>The file's line at which <see cref="Text"/> begins, from 1.</summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>The whole file's text, without byte order mark: what other tools have made their checksums of.</summary>
    internal string FileText
    {
        get => _fileText ?? Text;
        init => _fileText = value;
    }

    /// <summary>What the script's first lines ask for.</summary>
    public required ScriptDirectives Directives { get; init; }

    /// <summary>SHA-256 over the text with LF line ends and without white space at its end, as <c>sha256:hex</c>.</summary>
    public string Checksum => _checksum ??= ScriptChecksum.Of(Text);

    /// <summary>Whether <c>${name}</c> in it is no token, whatever its set says.</summary>
    internal bool KeepsTokens { get; init; }

    /// <summary>What names the script in history and journal: the version's key, or the repeatable script's description.</summary>
    public string Id => Version?.Key ?? Description;

    /// <summary>What names the script to a person: the version as written, or the description.</summary>
    public string Name => Version?.Text ?? Description;

    /// <inheritdoc/>
    public override string ToString() => Path;
}
