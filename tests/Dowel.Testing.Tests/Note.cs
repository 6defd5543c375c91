using Dowel.Data;

namespace Dowel.Testing.Tests;

[Table("notes")]
public sealed record Note([Key, Identity] long Id, string Text);
