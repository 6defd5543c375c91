namespace Dowel.HostTests;

/// <summary>What is tested on the service that all tests of an engine share.</summary>
public abstract class HostContract(SharedHost host)
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected SharedHost Host => host;

    protected RunningHost Running => host.Running;

    /// <summary>Somebody without a token.</summary>
    protected User Nobody => new(host.Running, "", null, 0);
}
