using Dowel.Data;

namespace Dowel.Hosting.Tests;

[Table("notes")]
public sealed record Note([Key] long Id, string Body, string? Author);
