using System.Collections.Immutable;
using Dowel.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dowel.Defects;

/// <summary>A system's own sources, compiled once; what is broken in a file of it is compiled again with the rest as it was.</summary>
public sealed class SystemSource
{
    private const string Root = "/project/";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    // What the projects of the systems import by themselves.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Collections.dll" or "System.Linq.dll"
                or "System.Text.Json.dll" or "System.Threading.dll" or "netstandard.dll" or "System.Memory.dll" or "Dowel.Data.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly CSharpCompilation _project;
    private readonly GeneratorDriver _driver;

    private SystemSource(string folder)
    {
        Folder = Path.Join(AppContext.BaseDirectory, "Systems", folder);
        Files = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith("Database.cs", StringComparison.Ordinal) && !path.EndsWith("Migrations.cs", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetRelativePath(Folder, path), path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), ParseOptions, Root + Path.GetRelativePath(Folder, path)), StringComparer.Ordinal);
        _project = CSharpCompilation.Create(
            folder,
            [.. Files.Values, CSharpSyntaxTree.ParseText(Usings, ParseOptions)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create([new RepositoryGenerator().AsSourceGenerator()], optionsProvider: new ProjectOptions(), parseOptions: ParseOptions)
            .RunGenerators(_project);
        Whole = Built(_driver);
    }

    /// <summary>The accounts of a game.</summary>
    public static SystemSource GameAccounts { get; } = new("GameAccounts");

    /// <summary>The store of a deployment tool.</summary>
    public static SystemSource DeployStore { get; } = new("DeployStore");

    /// <summary>Where the sources and scripts are.</summary>
    public string Folder { get; }

    /// <summary>The sources by their paths below the project.</summary>
    public IReadOnlyDictionary<string, SyntaxTree> Files { get; }

    /// <summary>What comes of the sources as they are.</summary>
    internal Build Whole { get; }

    /// <summary>What comes of the sources with another text for one file.</summary>
    internal Build With(string file, string text)
    {
        var project = _project.ReplaceSyntaxTree(Files[file], CSharpSyntaxTree.ParseText(text, ParseOptions, Root + file));
        return Built(_driver.RunGenerators(project));
    }

    private static Build Built(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.ShouldHaveSingleItem();
        result.Exception.ShouldBeNull();
        return new(
            [.. result.Diagnostics.Select(Finding)],
            result.GeneratedSources
                .Where(source => source.HintName.EndsWith(".contract.g.cs", StringComparison.Ordinal))
                .ToDictionary(source => source.HintName, source => source.SyntaxTree, StringComparer.Ordinal));
    }

    private static Finding Finding(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return new(diagnostic.Id, place.Path[Root.Length..], place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, diagnostic.GetMessage());
    }

    private sealed class ProjectOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new ProjectFolder();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class ProjectFolder : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.ProjectDir" ? Root : null;
            return value is not null;
        }
    }
}
