namespace Dowel.HostTests;

/// <summary>All endpoints, one line each; a test holds the list against the service's own.</summary>
internal static class EndpointTable
{
    private static readonly Func<object> Zone = () => new { rewardTz = "Europe/Berlin" };
    private static readonly Func<object> Empty = () => new { };
    private static readonly Func<object> Version = () => new { version = 1 };
    private static readonly Func<object> Project = () => new { name = $"p {Guid.NewGuid()}", description = "d" };

    public static EndpointCase[] All { get; } = [.. Service, .. CoreData, .. Workspaces, .. DeployStore, .. Rewards];

    private static EndpointCase[] Service =>
    [
        new("GET /metrics", Access.Anybody),
        new("GET /openapi/{documentName}.json", Access.Anybody),
    ];

    private static EndpointCase[] CoreData =>
    [
        new("POST /core/users", Access.Anybody, 400, Empty),
        new("POST /core/sessions", Access.Anybody, 400, Empty),
        new("POST /core/sessions/refresh", Access.Anybody, 400, Empty),
        new("POST /core/password-resets", Access.Anybody, 400, Empty),
        new("POST /core/password-resets/complete", Access.Anybody, 400, Empty),
        new("POST /core/email-verifications/complete", Access.Anybody, 400, Empty),
        new("POST /core/email-verifications", Access.User),
        new("GET /core/me", Access.User),
        new("PUT /core/me/password", Access.User, 400, Empty),
        new("GET /core/roles", Access.User),
        new("DELETE /core/sessions/current", Access.User),
        new("DELETE /core/sessions", Access.User),
        new("GET /core/users", Access.Admin),
        new("GET /core/users/{id:long}", Access.Admin, 404),
        new("POST /core/users/{id:long}/disable", Access.Admin, 404),
        new("POST /core/users/{id:long}/enable", Access.Admin, 404),
        new("PUT /core/users/{id:long}/roles/{role}", Access.Admin, 404),
        new("DELETE /core/users/{id:long}/roles/{role}", Access.Admin, 404),
        new("GET /core/audit-events", Access.Admin),
    ];

    private static EndpointCase[] Workspaces =>
    [
        new("POST /workspaces/projects", Access.User, 201, Project),
        new("GET /workspaces/projects", Access.User),
        new("GET /workspaces/projects/{id:guid}", Access.User, 404),
        new("PUT /workspaces/projects/{id:guid}", Access.User, 404, Project),
        new("DELETE /workspaces/projects/{id:guid}", Access.User, 404),
        new("PUT /workspaces/projects/{id:guid}/archive", Access.User, 404),
        new("DELETE /workspaces/projects/{id:guid}/archive", Access.User, 404),
        new("GET /workspaces/projects/{id:guid}/files", Access.User, 404),
        new("GET /workspaces/projects/{id:guid}/files/{**path}", Access.User, 404),
        new("PUT /workspaces/projects/{id:guid}/files/{**path}", Access.User, 404, () => new { content = "written by another" }),
        new("DELETE /workspaces/projects/{id:guid}/files/{**path}", Access.User, 404),
        new("POST /workspaces/projects/{id:guid}/moves", Access.User, 404, () => new { from = "secret.txt", to = "taken.txt" }),
        new("GET /workspaces/agents", Access.User),
        new("GET /workspaces/projects/{id:guid}/agent", Access.User, 404),
        new("PUT /workspaces/projects/{id:guid}/agent", Access.User, 404, () => new { status = "failed", goal = "g", step = 1, notes = new[] { "n" } }),
        new("DELETE /workspaces/projects/{id:guid}/agent", Access.User, 404),
    ];

    private static EndpointCase[] DeployStore =>
    [
        new("GET /deploy/deployments", Access.StoreRead),
        new("GET /deploy/deployments/history", Access.StoreRead),
        new("GET /deploy/deployments/{id}", Access.StoreRead, 404),
        new("POST /deploy/deployments", Access.StoreDeploy, 201, () => new { name = "web", image = "web:1" }),
        new("POST /deploy/deployments/next", Access.StoreDeploy),
        new("POST /deploy/deployments/{id}/end", Access.StoreDeploy, 404, () => new { succeeded = true }),
        new("POST /deploy/deployments/{id}/cancel", Access.StoreDeploy, 404),
        new("DELETE /deploy/deployments/{id}", Access.StoreDeploy, 404),
        new("GET /deploy/services", Access.StoreRead),
        new("GET /deploy/services/live", Access.StoreRead),
        new("PUT /deploy/services/{name}", Access.StoreDeploy, 409, () => new { deploymentId = "never-deployed" }),
        new("PATCH /deploy/services/{name}", Access.StoreDeploy, 404, () => new { status = "healthy" }),
        new("DELETE /deploy/services/{name}", Access.StoreDeploy, 404),
        new("GET /deploy/users", Access.StoreManageUsers),
        new("GET /deploy/users/{id}", Access.StoreManageUsers, 404),
        new("POST /deploy/users", Access.StoreManageUsers, 201, () => new { id = $"{Guid.NewGuid()}", email = $"{Guid.NewGuid()}@example.org" }),
        new("PUT /deploy/users/{id}/role", Access.StoreManageUsers, 404, () => new { role = "viewer" }),
        new("DELETE /deploy/users/{id}", Access.StoreManageUsers, 404),
    ];

    private static EndpointCase[] Rewards =>
    [
        new("POST /xp/claims", Access.User, 404),
        new("GET /xp/receipts/{id:guid}", Access.User, 404),
        new("GET /xp/ledger", Access.User),
        new("GET /xp/ledger/pages", Access.User),
        new("GET /xp/player", Access.User, 404),
        new("DELETE /xp/player", Access.User, 404),
        new("PUT /xp/player/zone", Access.User, 404, Zone),
        new("GET /xp/player/zone/history", Access.User),
        new("POST /xp/player", Access.User, 201, Zone),
        new("GET /xp/policies/{key}", Access.Admin, 404),
        new("PUT /xp/policies/{key}/active", Access.Admin, 404, Version),
        new("GET /xp/policies/{key}/versions", Access.Admin),
        new("POST /xp/policies/{key}/versions", Access.Admin, 400, () => new { baseXp = 0 }),
        new("PUT /xp/players/{userId}/segment", Access.Admin, 404, () => new { segment = "gold" }),
        new("POST /xp/players/{userId}/postings", Access.Admin, 404, () => new { amount = 5, reason = "gift" }),
    ];
}
