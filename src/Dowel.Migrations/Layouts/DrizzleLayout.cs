namespace Dowel.Migrations;

/// <summary>The convention of Drizzle: what its journal lists, or, since its version 1, a folder for each script.</summary>
internal sealed class DrizzleLayout : Layout
{
    private const string Breakpoint = "--> statement-breakpoint";
    private const string FolderFile = "migration";
    private readonly DrizzleJournal? _journal;

    /// <summary>Makes the layout of folders; bound to a set with a journal, it follows that.</summary>
    public DrizzleLayout(DrizzleJournal? journal = null) => _journal = journal;

    /// <inheritdoc/>
    public override string Name => LayoutNames.Drizzle;

    /// <inheritdoc/>
    public override string Patterns => "what meta/_journal.json lists, 20261121093000_description/migration.sql";

    /// <inheritdoc/>
    public override Layout? Bind(SetFiles files, List<DowelError> errors)
    {
        var journals = files.Journals.ToList();
        if (journals.Count > 1)
        {
            errors.Add(LayoutErrors.SecondJournal(journals[0].File.Path, journals[1].File.Path));
        }

        if (journals.Count != 1)
        {
            return journals.Count == 0 ? this : null;
        }

        var journal = DrizzleJournal.Read(journals[0], errors);
        var present = files.Scripts.Select(file => file.Name.StemWithDirection).ToHashSet(StringComparer.Ordinal);
        errors.AddRange(journal?.Tags.Where(tag => !present.Contains(tag))
            .Select(tag => LayoutErrors.JournalWithoutFile(journals[0].File.Path, tag)) ?? []);
        return journal is null ? null : new DrizzleLayout(journal);
    }

    /// <inheritdoc/>
    public override bool TryRead(ScriptFileName file, out ScriptName name)
    {
        if (_journal is not null)
        {
            return _journal.TryRead(file.StemWithDirection, out name);
        }

        return NumberedName.TryReadWhole(file.Folder, out name) && file is { Stem: FolderFile, Direction: null };
    }

    /// <inheritdoc/>
    public override DowelError Refuse(SourcedFile file) =>
        _journal is null ? base.Refuse(file) : LayoutErrors.NotInJournal(file.File.Path, _journal.Path);

    /// <inheritdoc/>
    public override string Suggest(ScriptFileName file) =>
        $"{Path.GetFileNameWithoutExtension(NumberedName.Suggest(file, "20260101000000"))}/{FolderFile}.sql";

    /// <inheritdoc/>
    public override IReadOnlyList<ScriptSection> Cut(NamedText file, List<DowelError> errors)
    {
        var ends = new List<int>();
        for (var at = 0; (at = file.Text.IndexOf(Breakpoint, at, StringComparison.Ordinal)) >= 0; at += Breakpoint.Length)
        {
            ends.Add(at);
            var behind = file.Text.AsSpan(at + Breakpoint.Length);
            if (ScriptSection.HasCode(behind[..(behind.IndexOf('\n') is var end and >= 0 ? end : behind.Length)]))
            {
                errors.Add(LayoutErrors.BehindBreakpoint(new LineIndex(file.Text).Locate(file.Script.Path, at)));
            }
        }

        return [ScriptSection.Whole(file) with { Ends = ends }];
    }
}
