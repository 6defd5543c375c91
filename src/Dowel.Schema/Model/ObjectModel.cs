namespace Dowel.Schema;

/// <summary>An object of a database, in the words of its engine.</summary>
/// <remarks>
/// Most kinds need no more than this: they are the same where <see cref="Create"/> is the same, and are changed by making them anew. A
/// statement here has no semicolon at its end, and names what is in the default schema without it.
/// </remarks>
/// <param name="Key">What it is called.</param>
internal record ObjectModel(ObjectKey Key)
{
    /// <summary>The statement that makes it, from the engine's own printing; empty for a table that is made from its columns.</summary>
    public string Create { get; init; } = "";

    /// <summary>The same statement as somebody wrote it, where that is known. It makes no difference between two objects.</summary>
    public WrittenText? Written { get; init; }

    /// <summary>The statement that takes it away.</summary>
    public string Drop { get; init; } = "";

    /// <summary>The statements that turn another object of the same key and <see cref="Shape"/> into this one; empty where it must be dropped and made again.</summary>
    public IReadOnlyList<string> Replace { get; init; } = [];

    /// <summary>What must be equal for <see cref="Replace"/> to be legal: a function's result, a view's columns.</summary>
    public string Shape { get; init; } = "";

    /// <summary>What must be there before it, as the engine knows it: tables, columns, types, functions. Without what it stands on.</summary>
    public IReadOnlyList<ObjectKey> Needs { get; init; } = [];

    /// <summary>The statement that makes it, as it was written where that is known and still true.</summary>
    public string CreateAsWritten => AsWritten(Create);

    /// <summary>A statement that makes it, as it was written where that is another spelling of the very same.</summary>
    /// <param name="statement">The statement.</param>
    public string AsWritten(string statement) => Written is { } written && written.Spelled == statement ? written.Sql : statement;
}
