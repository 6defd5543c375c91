namespace Dowel.Benchmarks;

/// <summary>The peers on an engine.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Names">What they are called.</param>
/// <param name="Make">Makes them, in the same order, for the service's configuration.</param>
internal sealed record PeerSet(string Engine, IReadOnlyList<string> Names, Func<IConfiguration, IReadOnlyList<IPeer>> Make);
