using DeployStore;
using Microsoft.AspNetCore.Routing;

namespace Dowel.HostTests;

/// <summary>An endpoint, for whom it is, and a request that it understands.</summary>
/// <param name="Name">Its method and its route.</param>
/// <param name="Access">For whom it is.</param>
/// <param name="Status">What it answers those it is for; 0 for any success.</param>
/// <param name="Body">Makes what is sent.</param>
internal sealed record EndpointCase(string Name, Access Access, int Status = 0, Func<object>? Body = null)
{
    /// <summary>An id that nobody has.</summary>
    public const string NoId = "00000000-0000-7000-8000-000000000000";

    public string Method => Name.Split(' ')[0];

    public string Route => Name.Split(' ')[1];

    public object? Sent => Method is "GET" or "DELETE" ? null : Body?.Invoke();

    public Right? Right => Access switch
    {
        Access.StoreRead => DeployStore.Right.Read,
        Access.StoreDeploy => DeployStore.Right.Deploy,
        Access.StoreManageUsers => DeployStore.Right.ManageUsers,
        _ => null,
    };

    /// <summary>An endpoint's route as it is written here.</summary>
    public static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace("//", "/", StringComparison.Ordinal);

    /// <summary>A path of the route, with an id and a name in the places for them.</summary>
    public string Path(string id = NoId, string name = "nothing-of-that-name") => Route
        .Replace("{id:guid}", id, StringComparison.Ordinal)
        .Replace("{id:long}", "999999", StringComparison.Ordinal)
        .Replace("{role}", "viewer", StringComparison.Ordinal)
        .Replace("{**path}", name, StringComparison.Ordinal)
        .Replace("{documentName}.json", "v1.json", StringComparison.Ordinal)
        .Replace("{userId}", "999999", StringComparison.Ordinal)
        .Replace("{id}", name, StringComparison.Ordinal)
        .Replace("{name}", name, StringComparison.Ordinal)
        .Replace("{key}", name, StringComparison.Ordinal) + (Route == "/workspaces/agents" ? "?status=running" : "");

    public void ShouldHaveAnswered(Reply reply)
    {
        if (Status == 0)
        {
            reply.Status.ShouldBeInRange(200, 299, $"{Name} {reply.Text}");
        }
        else
        {
            reply.Status.ShouldBe(Status, $"{Name} {reply.Text}");
        }
    }

    public override string ToString() => Name;
}
