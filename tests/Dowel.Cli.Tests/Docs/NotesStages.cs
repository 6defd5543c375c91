using System.Reflection;
using Dowel.Contracts.Tests;
using Dowel.Data;

namespace Dowel.Cli.Tests;

/// <summary>The assembly of the guide to code first as it is from stage to stage: the records in <c>Docs/Notes</c>, each as it was last.</summary>
internal static class NotesStages
{
    private static readonly string[] Names = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"];

    /// <summary>Writes <c>stages/N/Notes.dll</c> into the working folder.</summary>
    public static void Write()
    {
        var contracts = typeof(NotesStages).Assembly.GetCustomAttributes<ContractAttribute>()
            .Select(contract => (Parts: contract.Repository.Split('.'), contract.Repository, contract.Json)).Where(contract => contract.Parts[0] == "Notes").ToList();
        for (var stage = 1; stage <= Names.Length; stage++)
        {
            var last = contracts.Where(contract => Array.IndexOf(Names, contract.Parts[1]) < stage)
                .GroupBy(contract => contract.Parts[2]).Select(same => same.MaxBy(contract => Array.IndexOf(Names, contract.Parts[1])));
            Directory.CreateDirectory($"stages/{stage}");
            TestAssembly.Write($"stages/{stage}/Notes.dll", last.Select(contract => (contract.Repository, contract.Json)), []);
        }
    }
}
