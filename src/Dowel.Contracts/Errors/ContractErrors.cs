using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>What can be wrong with a contract itself.</summary>
internal static class ContractErrors
{
    public static DowelError Unreadable(string repository, string reason, string assembly) => new(
        "DWL3140",
        $"The contract of {repository} cannot be read: {reason}",
        "Build the project anew with one version of Dowel's packages; contracts are written by the generator and never by hand.",
        new(assembly));

    public static DowelError LaterVersion(string repository, int version, string assembly) => new(
        "DWL3141",
        $"The contract of {repository} is of version {version}, and this is a dowel that reads up to version {ContractReader.VersionMax}.",
        "Use the dowel of the same version as the project's packages: 'dotnet tool update dowel.cli'.",
        new(assembly));
}
