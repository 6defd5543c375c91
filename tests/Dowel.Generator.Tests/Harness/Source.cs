using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dowel.Generator.Tests;

/// <summary>A project of one or more files, and what the generator makes of it.</summary>
internal static class Source
{
    /// <summary>What every file starts with.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Dowel.Data;

        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Dowel.Data.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>How files are read: the language's latest words, documentation checked.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    /// <summary>A file.</summary>
    public static SyntaxTree File(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    /// <summary>A project of one file, <c>/project/Source.cs</c>.</summary>
    public static CSharpCompilation Compile(string text) => Compile(File("/project/Source.cs", Usings + text));

    /// <summary>A project: nullable types, warnings as errors.</summary>
    public static CSharpCompilation Compile(params IEnumerable<SyntaxTree> files) => CSharpCompilation.Create(
        "Sample",
        files,
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithSpecificDiagnosticOptions([
                KeyValuePair.Create("CS1591", ReportDiagnostic.Suppress),
                KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress),
                KeyValuePair.Create("CS8019", ReportDiagnostic.Suppress),
            ]));

    /// <summary>A generator that remembers its steps.</summary>
    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new RepositoryGenerator().AsSourceGenerator()],
        optionsProvider: new ProjectOptions(),
        parseOptions: ParseOptions,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generator on a file; it must find nothing wrong and its code must compile without a warning.</summary>
    public static GeneratorRunResult Generate(string text) => Generate(Compile(text));

    /// <summary>Runs the generator on a project; it must find nothing wrong and its code must compile without a warning.</summary>
    public static GeneratorRunResult Generate(Compilation project)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(project, out var compiled, out _);
        var result = driver.GetRunResult().Results.ShouldHaveSingleItem();
        result.Exception.ShouldBeNull();
        result.Diagnostics.ShouldBeEmpty();
        compiled.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        return result;
    }

    /// <summary>What the generator finds wrong with a file.</summary>
    public static ImmutableArray<Diagnostic> Diagnose(string text) => Driver().RunGenerators(Compile(text)).GetRunResult().Diagnostics;

    /// <summary>The code of the repository, or of one among several.</summary>
    public static string Code(this GeneratorRunResult result, string ending = "Repository.g.cs") =>
        result.GeneratedSources.Where(source => source.HintName.EndsWith(ending, StringComparison.Ordinal)).ShouldHaveSingleItem().SourceText.ToString();

    private sealed class ProjectOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Folder();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Folder : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.ProjectDir" ? "/project/" : null;
            return value is not null;
        }
    }
}
