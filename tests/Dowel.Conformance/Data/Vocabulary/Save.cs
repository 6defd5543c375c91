using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Inserts a note or changes the one that is there, unless that is locked.</summary>
internal readonly struct Save(Note note) : IUpsertCommand
{
    private const string Guard = "notes.body <> 'locked'";

    /// <inheritdoc/>
    public Statement Statement => Texts.Of(
        "insert into notes values (?1, ?2) on conflict (id) do nothing",
        $"insert into notes values ($1, $2) on conflict (id) do update set body = excluded.body where {Guard} returning (xmax = 0)");

    /// <inheritdoc/>
    public Statement Update => Texts.Of($"update notes set body = ?2 where id = ?1 and {Guard}");

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        parameters.Write(note.Id);
        parameters.Write(note.Body);
    }
}
