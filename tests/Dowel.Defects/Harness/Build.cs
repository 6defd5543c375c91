using Dowel.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dowel.Defects;

/// <summary>What the generator has made of a system.</summary>
/// <param name="Findings">What it finds wrong.</param>
/// <param name="Files">The files with the contracts, by name.</param>
internal sealed record Build(IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, SyntaxTree> Files)
{
    /// <summary>The contracts that are not what they are in another build.</summary>
    public IReadOnlyList<RepositoryContract> ContractsBeside(Build? other) =>
    [
        .. Files.Where(file => other is null || !(other.Files.TryGetValue(file.Key, out var tree) && tree.GetText().ContentEquals(file.Value.GetText())))
            .Select(file => Read(file.Value)),
    ];

    private static RepositoryContract Read(SyntaxTree tree)
    {
        var texts = tree.GetRoot().DescendantNodes().OfType<AttributeArgumentSyntax>()
            .Select(argument => argument.Expression).OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText).ToList();
        var contract = ContractReader.Read(texts[0], texts[1], "System.dll", out var error);
        error.ShouldBeNull();
        return contract.ShouldNotBeNull();
    }
}
