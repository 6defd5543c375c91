using DeployStore;

namespace SystemsHost;

/// <summary>For whom a request to the deployment store acts, found when it was authorized.</summary>
/// <param name="Id">The user.</param>
/// <param name="Role">What they are.</param>
internal sealed record StoreUser(string Id, Role Role)
{
    /// <summary>Takes the user that <see cref="RightHandler"/> has found.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The user.</returns>
    public static ValueTask<StoreUser?> BindAsync(HttpContext context) => new(context.Features.Get<StoreUser>());
}
