namespace Dowel.Migrations;

/// <summary>All files of a set's sources.</summary>
/// <param name="Scripts">The <c>.sql</c> files.</param>
/// <param name="Companions">The files beside them that count.</param>
internal sealed record SetFiles(List<SourcedFile> Scripts, List<SourcedFile> Companions)
{
    /// <summary>Drizzle's lists of migrations.</summary>
    public IEnumerable<SourcedFile> Journals => Companions.Where(file => CompanionName.IsJournal(file.File.Name));

    /// <summary>Lists the files of all sources.</summary>
    public static SetFiles Load(IEnumerable<IScriptSource> sources, List<DowelError> errors)
    {
        var files = new SetFiles([], []);
        foreach (var source in sources)
        {
            var found = source.Load();
            errors.AddRange(found.Errors);
            files.Scripts.AddRange(found.Files.Select(file => new SourcedFile(file, source.Name)));
            files.Companions.AddRange(found.Companions.Select(file => new SourcedFile(file, source.Name)));
        }

        return files;
    }

    /// <summary>The companion of a name in the source of a script; null if there is none.</summary>
    public SourcedFile? Find(SourcedFile script, string? name) => name is null
        ? null
        : Companions.Find(file => file.File.Name == name && file.Source == script.Source);
}
