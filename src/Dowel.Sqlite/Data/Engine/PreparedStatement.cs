using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>A statement prepared on one connection, to be run again and again.</summary>
/// <param name="statement">The statement.</param>
/// <param name="handle">The engine's handle.</param>
internal sealed unsafe class PreparedStatement(Statement statement, nint handle)
{
    private readonly int _parameters = SqliteApi.ParameterCount(handle);

    /// <summary>The statement.</summary>
    public Statement Statement { get; } = statement;

    /// <summary>The engine's handle.</summary>
    public nint Handle { get; } = handle;

    /// <summary>Whether the engine says that it writes nothing.</summary>
    public bool IsReadOnly { get; } = SqliteApi.IsReadOnly(handle) != 0;

    /// <summary>Makes sure that every parameter has been given a value; an old one would point to memory that is something else now.</summary>
    /// <exception cref="InvalidOperationException">There are values missing.</exception>
    public void ExpectAll(int written)
    {
        if (written < _parameters)
        {
            throw new InvalidOperationException($"{Statement} has {_parameters} parameters and was given {written} values.");
        }
    }

    /// <summary>Ends a run, whether all rows were read or not.</summary>
    public void Reset() => SqliteApi.Reset(Handle);

    /// <summary>Gives up the engine's handle.</summary>
    public void Finish() => SqliteApi.Finalize(Handle);
}
