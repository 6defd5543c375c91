using Dowel.Data;

namespace Dowel.Testing;

/// <summary>Where a test's database is.</summary>
internal abstract class TestPlace : IAsyncDisposable
{
    /// <summary>The engine.</summary>
    public abstract DatabaseEngine Engine { get; }

    /// <summary>How the driver connects.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>Opens it as repositories use it.</summary>
    public abstract Database Open();

    /// <summary>Takes it away.</summary>
    public abstract ValueTask DisposeAsync();
}
