namespace Dowel.Chaos;

/// <summary>A folder of scripts that lives as long as a test.</summary>
internal sealed class ScratchScripts : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dowel-scripts-");

    /// <summary>Where it is.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The first script of every set: the ledger.</summary>
    public ScratchScripts() =>
        Write("V001__log.sql", "create table log (id ${identity}, script int not null, what text not null);");

    /// <summary>Puts a script there.</summary>
    public ScratchScripts Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
