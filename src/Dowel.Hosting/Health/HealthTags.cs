namespace Dowel.Hosting;

/// <summary>By what a service's checks are told apart.</summary>
internal static class HealthTags
{
    /// <summary>Whether traffic is welcome.</summary>
    public const string Ready = "ready";

    /// <summary>Whether the process does anything at all.</summary>
    public const string Live = "live";

    /// <summary>How long a database may take to answer a check, 10 s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
}
