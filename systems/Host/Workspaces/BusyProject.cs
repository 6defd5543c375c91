namespace SystemsHost;

/// <summary>A project whose agent does what was asked for.</summary>
/// <param name="Name">What the project is called.</param>
/// <param name="UpdatedAt">When the agent's state was written.</param>
internal sealed record BusyProject(string Name, DateTimeOffset UpdatedAt);
