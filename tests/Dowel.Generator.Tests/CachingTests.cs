using Microsoft.CodeAnalysis;

namespace Dowel.Generator.Tests;

/// <summary>What a keystroke makes the generator do again.</summary>
public sealed class CachingTests
{
    private const string First = """
        namespace App;
        [Table("firsts")] public sealed record First([Key] long Id, string Name);
        [Repository<First>] public sealed partial class FirstRepository;
        """;

    private const string Second = """
        namespace App;
        [Table("seconds")] public sealed record Second([Key] long Id, string Name);
        [Repository<Second>] public sealed partial class SecondRepository;
        """;

    [Fact]
    public void An_unrelated_edit_reruns_nothing() =>
        Changed("class Other { int _number = 2; }", "class Other { int _number = 3; string Text => \"\"; }", "/project/Other.cs").ShouldBeEmpty();

    [Fact]
    public void Editing_one_repository_touches_that_one_only() =>
        Changed(First, First.Replace("string Name", "string? Name", StringComparison.Ordinal)).ShouldBe(
            ["App.FirstRepository.contract.g.cs", "App.FirstRepository.g.cs"]);

    [Fact]
    public void A_moved_line_regenerates_only_the_contract() =>
        Changed(First, First.Replace("[Table", "\n\n[Table", StringComparison.Ordinal)).ShouldBe(["App.FirstRepository.contract.g.cs"]);

    [Fact]
    public void An_edit_below_in_the_same_file_reruns_nothing() => Changed(First, First + "\nclass Other;").ShouldBeEmpty();

    [Fact]
    public void An_error_that_moves_writes_no_code_anew() =>
        Changed(First + "\n[Repository<int>] partial class Wrong;", First + "\n\n[Repository<int>] partial class Wrong;").ShouldBeEmpty();

    // Names the files that were written anew, as the steps tell it.
    private static List<string> Changed(string before, string after, string path = "/project/First.cs")
    {
        var edited = Source.File(path, Source.Usings + before);
        SyntaxTree[] files = [edited, Source.File("/project/Second.cs", Source.Usings + Second), Source.File("/project/First2.cs", path == "/project/First.cs" ? "" : Source.Usings + First)];
        var project = Source.Compile(files);
        var driver = Source.Driver().RunGenerators(project);
        driver.GetRunResult().GeneratedTrees.Length.ShouldBe(4);

        driver = driver.RunGenerators(project.ReplaceSyntaxTree(edited, Source.File(path, Source.Usings + after)));

        var result = driver.GetRunResult().Results.ShouldHaveSingleItem();
        Outputs(result, RepositoryGenerator.ParseStep).ShouldNotContain(IncrementalStepRunReason.New);
        return
        [
            .. result.TrackedOutputSteps.SelectMany(step => step.Value)
                .SelectMany(step => step.Outputs)
                .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
                .SelectMany(output => Written(output.Value))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    // An output's value is the files and the diagnostics of one source.
    private static IEnumerable<string> Written(object value)
    {
        var sources = (System.Collections.IEnumerable)((System.Runtime.CompilerServices.ITuple)value)[0]!;
        return sources.Cast<object>().Select(source => (string)source.GetType().GetProperty("HintName")!.GetValue(source)!);
    }
}
