using System.Diagnostics;

namespace Dowel.Benchmarks;

/// <summary>One of the migrators that run side by side, with scripts laid out as it wants them.</summary>
internal interface IPeer
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>How it is run, for those who judge whether that is fair.</summary>
    string Setting { get; }

    /// <summary>Lays the scripts out, and builds what has to be built.</summary>
    /// <returns>Why the peer cannot run on this machine; empty where it can.</returns>
    Task<string> PrepareAsync();

    /// <summary>The process that brings a database up to date.</summary>
    ProcessStartInfo Command(string connectionString);
}
