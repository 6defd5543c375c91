namespace Dowel.Migrations;

/// <summary>One row of the journal: a statement of a script that is not finished yet.</summary>
/// <param name="Kind">What the script is for; an undo script keeps its own rows.</param>
/// <param name="Script">The script's <see cref="Migrations.Script.Id"/>.</param>
/// <param name="Number">The statement's number in the script, from 1.</param>
/// <param name="Checksum">The statement's checksum.</param>
/// <param name="State">How far it has come.</param>
public sealed record JournalEntry(ScriptKind Kind, string Script, int Number, string Checksum, JournalState State);
