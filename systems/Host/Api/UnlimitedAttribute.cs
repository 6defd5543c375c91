namespace SystemsHost;

/// <summary>Marks an endpoint that may be asked as often as anybody likes: probes, and what collects metrics.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnlimitedAttribute : Attribute;
