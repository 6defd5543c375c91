namespace Dowel.Migrations;

/// <summary>A naming convention: what a file's name says about the script in it.</summary>
/// <remarks>Pure. No name is read by two layouts, which is what makes them tellable from the names.</remarks>
internal abstract class Layout
{
    /// <summary>All layouts; the first one is taken where there is no file.</summary>
    public static IReadOnlyList<Layout> All { get; } = [new FlywayLayout(), new SequentialLayout(), new PairsLayout()];

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

    /// <summary>Whether options may call the layout by this name, in any case.</summary>
    protected virtual bool Answers(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
