using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row with a key of two columns, named as SQL names other things.</summary>
[Table("order")]
public readonly record struct Line([Key] long Order, [Key, Column("group")] short Group, [Precision(9, 2)] decimal Price, int Count);
