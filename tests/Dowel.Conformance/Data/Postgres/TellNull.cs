using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Sends a statement with a null.</summary>
internal readonly struct TellNull(Told told, ValueKind kind) : IQuery<string>
{
    /// <inheritdoc/>
    public Statement Statement => told.Statement;

    /// <inheritdoc/>
    public static string Read<TRow>(in TRow row)
        where TRow : struct, IRow => row.GetString(0);

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.WriteNull(kind);
}
