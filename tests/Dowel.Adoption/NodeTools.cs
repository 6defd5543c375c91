using Dowel.Peers;

namespace Dowel.Adoption;

/// <summary>The tools of the node world, looked for once.</summary>
internal static class NodeTools
{
    private static readonly Lazy<Task<NodePeers>> Found = new(() => NodePeers.FindAsync(Repository.Root));

    /// <summary>The tools; the test is skipped where there are none.</summary>
    public static async Task<NodePeers> OrSkipAsync()
    {
        var found = await Found.Value;
        Assert.SkipWhen(found.Folder is null, $"No tools of node here: {found.Missing}.");
        return found;
    }
}
