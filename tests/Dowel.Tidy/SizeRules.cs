namespace Dowel.Tidy;

public sealed class SizeRules
{
    private const int LinesMax = 400;
    private const int LinesGoal = 200;
    private const int ParametersMax = 6;

    [Fact]
    public void No_file_is_too_long() => Tree.Expect(
        $"Files of more than {LinesMax} lines; take them apart:",
        from file in Tree.Below("", ".cs").Where(IsWritten)
        let lines = Tree.Lines(file).Length
        where lines > LinesMax
        select $"{file}: {lines}");

    [Fact]
    public void Nine_files_in_ten_are_short()
    {
        var lengths = Tree.Below("src/", ".cs").Select(file => Tree.Lines(file).Length).Order().ToList();
        if (lengths.Count > 0 && lengths[lengths.Count * 9 / 10] is var length and > LinesGoal)
        {
            TestContext.Current.AddWarning($"One file in ten of src/ has {length} lines or more; the goal is {LinesGoal}.");
        }
    }

    [Fact]
    public void No_function_takes_too_much() => Tree.Expect(
        $"Functions of more than {ParametersMax} parameters; make a type of those that belong together:",
        from file in Tree.Below("", ".cs").Where(IsWritten)
        from function in ParameterList.FindAll(Tree.Read(file))
        where function.Count > ParametersMax
        select $"{file}: {function.Name} takes {function.Count}");

    // What the generator writes is as long as its record asks for.
    private static bool IsWritten(string file) => !file.EndsWith(".verified.cs", StringComparison.Ordinal);
}
