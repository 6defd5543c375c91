namespace Dowel.Benchmarks;

/// <summary>One way of doing some work.</summary>
/// <param name="Name">Whose way it is.</param>
/// <param name="RunAsync">Does it that many times.</param>
/// <param name="Before">What is done before each time and not measured.</param>
internal sealed record Contestant(string Name, Func<int, Task> RunAsync, Func<Task>? Before = null);
