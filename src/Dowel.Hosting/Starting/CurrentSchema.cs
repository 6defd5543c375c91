using Dowel.Data;

namespace Dowel.Hosting;

/// <summary>Asks PostgreSQL which schema statements mean that name none; null where the search path leads to none.</summary>
internal readonly struct CurrentSchema : IQuery<string?>
{
    private static readonly Statement Text = new("Dowel.CurrentSchema", "select null", "select current_schema()::text");

    /// <inheritdoc/>
    public Statement Statement => Text;

    /// <inheritdoc/>
    public static string? Read<TRow>(in TRow row)
        where TRow : struct, IRow => row.IsNull(0) ? null : row.GetString(0);

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
    }
}
