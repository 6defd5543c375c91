namespace Dowel.Generator.Tests;

/// <summary>A record in, the exact text out.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void An_identity_and_unique_columns() => Check("Accounts", """
        namespace GameAccounts;

        [Table("accounts")]
        public sealed record Account(
            [Key, Identity] long UserId, [Unique] string Email, [Unique] string Username, string PassHash,
            [UnixSeconds, InsertOnly] DateTimeOffset CreatedAt, [UnixSeconds] DateTimeOffset? LastLoginAt);

        [Repository<Account>]
        public sealed partial class AccountRepository;
        """);

    [Fact]
    public void A_made_key_a_version_an_order_and_a_guarded_upsert() => Check("Documents", """
        namespace Shelf;

        [Table("shelves")]
        public sealed record Shelf([Key] ShelfId Id, string Name);

        public readonly record struct ShelfId(Guid Value);

        public enum Kind { Note, [Label("web-link")] Link }

        [Table("documents"), Unique(nameof(ShelfId), nameof(Path), Name = "documents_place_key"), Index(nameof(ChangedAt), Name = "documents_changed_idx")]
        public sealed record Document(
            [Key] Guid Id, [References<Shelf>(OnDelete = DeleteRule.Cascade), InsertOnly] ShelfId ShelfId, string Path, Kind Kind,
            [Precision(9, 2)] decimal? Price, [Version] int Revision, DateTimeOffset? ChangedAt);

        [Repository<Document>(
            Upsert = [nameof(Document.ShelfId), nameof(Document.Path)],
            UpsertWhere = "excluded.revision >= documents.revision",
            OrderBy = ["-ChangedAt", nameof(Document.Path)])]
        public sealed partial class DocumentRepository;
        """);

    [Fact]
    public void Nothing_but_a_key() => Check("Unlocks", """
        namespace GameAccounts;

        [Table("user_unlocks")]
        public readonly record struct Unlock([Key] long UserId, [Key] string FlagId, [UnixSeconds, InsertOnly] DateTimeOffset UnlockedAt);

        [Repository<Unlock>]
        internal sealed partial class UnlockRepository;
        """);

    [Fact]
    public void No_key() => Check("Events", """
        [Table("order")]
        public sealed record @event([property: Column("At Time")] DateTime At, string? @class, int[] Codes);

        public static partial class Outer
        {
            [Repository<@event>(OrderBy = ["At"])]
            private sealed partial class EventRepository;
        }
        """);

    private static void Check(string name, string source)
    {
        var result = Source.Generate(source);
        Golden.Check($"{name}.verified.cs", result.Code());
        Golden.Check($"{name}.contract.verified.cs", result.Code("Repository.contract.g.cs"));
    }
}
