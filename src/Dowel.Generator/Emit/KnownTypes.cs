namespace Dowel.Generator;

/// <summary>The types of .NET and Dowel that generated code names.</summary>
internal static class KnownTypes
{
    /// <summary>Where Dowel's types are.</summary>
    public const string Data = "global::Dowel.Data.";

    /// <summary>The task that methods give.</summary>
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    /// <summary>What stops a method.</summary>
    public const string CancellationToken = "global::System.Threading.CancellationToken";

    /// <summary>Several items.</summary>
    public const string Collection = "global::System.Collections.Generic.IReadOnlyCollection";

    /// <summary>Items that come one by one.</summary>
    public const string AsyncEnumerable = "global::System.Collections.Generic.IAsyncEnumerable";

    /// <summary>A UUID.</summary>
    public const string Guid = "global::System.Guid";

    /// <summary>What waits without a context.</summary>
    public const string Await = ".ConfigureAwait(false)";

    /// <summary>Refuses null.</summary>
    /// <param name="name">The parameter.</param>
    /// <returns>The statement.</returns>
    public static string ThrowIfNull(string name) => $"global::System.ArgumentNullException.ThrowIfNull({name});";
}
