using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row with all that a record can say for its migrations.</summary>
[Table("members"), Unique(nameof(TeamId), nameof(Name)), Index(nameof(Name), nameof(Id))]
[Check("age is null or shade <> 'pale'", Name = "members_grown_chk"), Check(Sqlite = "length(name) > 0", Postgres = "char_length(name) > 0")]
public sealed record Member(
    [Key, Identity] MemberId Id,
    [References<Team>(OnDelete = DeleteRule.Cascade), Index] Guid TeamId,
    [RenamedFrom("title"), Backfill("'nobody'")] string Name,
    [Default("'pitch-black'")] Shade Shade,
    [Check("age >= 0"), Check(Postgres = "age < 200")] int? Age,
    [property: Column("order"), Default("1 + 1")] long Order,
    [Json(typeof(PreferencesJson)), Default("'{}'")] Preferences? Options,
    IReadOnlyList<string>? Tags,
    [References<Member>] MemberId? MentorId);
