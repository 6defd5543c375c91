using DeployStore;

namespace SystemsHost;

/// <summary>Says at an endpoint which right it asks for.</summary>
internal static class StoreRights
{
    /// <summary>Lets only those in who have a right.</summary>
    /// <typeparam name="TBuilder">What is being built.</typeparam>
    /// <param name="endpoint">The endpoint, or a group of them.</param>
    /// <param name="right">The right.</param>
    /// <returns>The same.</returns>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Right right)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.AddRequirements(new RightRequirement(right)));
}
