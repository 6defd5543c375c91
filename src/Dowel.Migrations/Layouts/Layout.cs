namespace Dowel.Migrations;

/// <summary>A convention for files: what a name says, how a file is cut into scripts, and which order counts.</summary>
/// <remarks>No name is read by two layouts that have no mark; those that have one are told by it, in the files' text.</remarks>
internal abstract class Layout
{
    /// <summary>All layouts; the first one is taken where there is no file.</summary>
    public static IReadOnlyList<Layout> All { get; } =
    [
        new FlywayLayout(), new SequentialLayout(), new PairsLayout(), new GooseLayout(), new DbmateLayout(),
        new DieselLayout(), new SqlxLayout(), new DrizzleLayout(), new DbUpLayout(),
    ];

    /// <summary>The name in options and output.</summary>
    public abstract string Name { get; }

    /// <summary>What its names look like, for messages.</summary>
    public abstract string Patterns { get; }

    /// <summary>Where tokens are replaced unless the set says otherwise.</summary>
    public virtual TokenScope Tokens => TokenScope.Off;

    /// <summary>Where tokens are replaced when the set asks for it.</summary>
    public virtual TokenScope TokensWhenOn => TokenScope.Code;

    /// <summary>Whether a script that takes back a version must stand beside the one that makes it.</summary>
    public virtual bool UndoNeedsVersion => false;

    /// <summary>The comment that tells the layout where names do not; null where names do.</summary>
    public virtual ToolMark? Mark => null;

    /// <summary>The layout as it is when the user names it: one that need not be told from others may read more.</summary>
    public virtual Layout Forced => this;

    /// <summary>Whether any layout reads a file's name.</summary>
    public static bool Knows(string file)
    {
        var name = ScriptFileName.Parse(file);
        return HookName.IsCallback(name) || All.Any(layout => layout.TryRead(name, out _));
    }

    /// <summary>The layout of a name that options use; null if there is none.</summary>
    public static Layout? Find(string name) => All.FirstOrDefault(layout => layout.Answers(name));

    /// <summary>The layout that a name which fits none comes closest to.</summary>
    public static Layout NearestTo(ScriptFileName file) => Find(
        !char.IsAsciiDigit(file.Stem.FirstOrDefault()) ? LayoutNames.Flyway
        : file.Direction is null ? LayoutNames.Sequential
        : LayoutNames.Pairs)!;

    /// <summary>Reads a file's name.</summary>
    public abstract bool TryRead(ScriptFileName file, out ScriptName name);

    /// <summary>A name that fits, close to one that does not.</summary>
    public abstract string Suggest(ScriptFileName file);

    /// <summary>Takes what the set's files say together: a list of scripts, where the layout has one.</summary>
    /// <returns>The layout to read them by; null where something is wrong.</returns>
    public virtual Layout? Bind(SetFiles files, List<DowelError> errors) => this;

    /// <summary>Why a file that the layout does not read is refused.</summary>
    public virtual DowelError Refuse(SourcedFile file) => LoadErrors.BadName(file, this);

    /// <summary>The name of the file of settings that belongs to a script; null if the layout has none.</summary>
    /// <param name="name">The script's name below its source.</param>
    public virtual string? SettingsOf(string name) => null;

    /// <summary>Cuts a file into scripts.</summary>
    public virtual IReadOnlyList<ScriptSection> Cut(NamedText file, List<DowelError> errors) => [ScriptSection.Whole(file)];

    /// <summary>The text by which the layout's tool sorts scripts; null if it sorts by version, as is done here.</summary>
    public virtual string? TextOrderOf(NamedScript script) => null;

    /// <summary>Whether options may call the layout by this name, in any case.</summary>
    protected virtual bool Answers(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
