using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Inserts notes that all have the same text, or puts it into those that are there.</summary>
internal readonly struct Share(string body) : IManyCommand<long>
{
    private const string Rest = "on conflict (id) do update set body = excluded.body";

    /// <inheritdoc/>
    public Statement Statement => Texts.Of(
        $"insert into notes values (?1, ?2) {Rest}",
        $"insert into notes select id, $2 from unnest($1::bigint[]) id {Rest}");

    /// <inheritdoc/>
    public string? Copy => null;

    /// <inheritdoc/>
    public void BindItem<TWriter>(long item, ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.Write(item);

    /// <inheritdoc/>
    public void BindShared<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.Write(body);
}
