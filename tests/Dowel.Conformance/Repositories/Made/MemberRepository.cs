using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Rows with all that a record can say for its migrations.</summary>
[Repository<Member>(OrderBy = [nameof(Member.Name)])]
public sealed partial class MemberRepository;
