namespace Dowel.Generator.Tests;

/// <summary>Compares generated text with files that are checked in; DOWEL_GOLDENS=write writes them anew.</summary>
internal static class Golden
{
    /// <summary>Compares a text.</summary>
    public static void Check(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("DOWEL_GOLDENS") == "write")
        {
            File.WriteAllText(Path.Join(SourceFolder(), file), text);
            return;
        }

        var path = Path.Join(AppContext.BaseDirectory, "Goldens", file);
        File.Exists(path).ShouldBeTrue($"{file} is not there; look at what DOWEL_GOLDENS=write writes, and check it in.");
        text.ShouldBe(File.ReadAllText(path));
    }

    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(folder.FullName, "Dowel.Generator.Tests.csproj")))
        {
            folder = folder.Parent!;
        }

        return Path.Join(folder.FullName, "Goldens");
    }
}
