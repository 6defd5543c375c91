using Microsoft.AspNetCore.Authorization;

namespace CoreData;

/// <summary>The policies that ask for a role. Who may do more may do less.</summary>
public static class CoreDataPolicies
{
    /// <summary>Asks for an admin.</summary>
    public const string Admin = "CoreData.Admin";

    /// <summary>Asks for an editor or an admin.</summary>
    public const string Editor = "CoreData.Editor";

    /// <summary>Asks for a viewer, an editor or an admin.</summary>
    public const string Viewer = "CoreData.Viewer";

    /// <summary>Asks for somebody who is logged in.</summary>
    public const string User = "CoreData.User";

    /// <summary>Makes the policies known.</summary>
    /// <param name="builder">The service's policies.</param>
    internal static void AddTo(AuthorizationBuilder builder) => builder
        .AddPolicy(User, policy => LoggedIn(policy))
        .AddPolicy(Admin, policy => LoggedIn(policy).RequireRole(RoleNames.Admin))
        .AddPolicy(Editor, policy => LoggedIn(policy).RequireRole(RoleNames.Admin, RoleNames.Editor))
        .AddPolicy(Viewer, policy => LoggedIn(policy).RequireRole(RoleNames.Admin, RoleNames.Editor, RoleNames.Viewer));

    private static AuthorizationPolicyBuilder LoggedIn(AuthorizationPolicyBuilder policy) =>
        policy.AddAuthenticationSchemes(CoreDataTokens.Scheme).RequireAuthenticatedUser();
}
