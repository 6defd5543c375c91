namespace Dowel.Testing.Tests;

internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            Write(name, text);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("dowel-scratch-").FullName;

    public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
