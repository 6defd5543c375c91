using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row that refers to a table that refers to it.</summary>
[Table("teams"), RenamedFrom("groups")]
public sealed record Team([Key] Guid Id, [Unique] string Name, [References<Member>(OnDelete = DeleteRule.SetNull)] MemberId? LeaderId);
