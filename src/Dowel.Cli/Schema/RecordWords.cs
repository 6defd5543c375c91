using Dowel.Contracts;

namespace Dowel.Cli;

/// <summary>What is wanted to go though no record speaks of it.</summary>
/// <param name="Allowed">The losses that are wanted; tables that no record is a row of may be among them.</param>
/// <param name="Unsaid">Keeps what records could say and do not; null where those go.</param>
internal sealed record RecordWords(IReadOnlyList<string> Allowed, UnsaidParts? Unsaid = null)
{
    /// <summary>No word: tables stay, and a comparison shows what records do not say.</summary>
    public static RecordWords None { get; } = new([]);
}
