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

    [Fact]
    public void An_owner_in_the_row() => Check("Projects", """
        namespace Deploys;

        public readonly record struct UserId(Guid Value);

        [Table("projects"), OwnedBy(nameof(OwnerId)), Unique(nameof(OwnerId), nameof(Name))]
        public sealed record Project([Key] Guid Id, UserId OwnerId, string Name, [Version] int Revision);

        [Repository<Project>(Upsert = [nameof(Project.OwnerId), nameof(Project.Name)], UpsertWhere = "excluded.revision >= projects.revision", OrderBy = ["Name"])]
        public sealed partial class ProjectRepository
        {
            [Query("select {columns} from {projects} where name in (@names)")]
            public partial ValueTask<IReadOnlyList<Project>> NamedAsync(UserId owner, IReadOnlyCollection<string> names, CancellationToken cancellationToken = default);

            [Unowned("The operator sees all of them.")]
            [Query("select {columns:p} from {projects} p")]
            public partial IAsyncEnumerable<Project> EveryAsync(CancellationToken cancellationToken = default);
        }
        """);

    [Fact]
    public void An_owner_in_another_row() => Check("Files", """
        namespace Deploys;

        public readonly record struct UserId(Guid Value);

        [Table("projects"), OwnedBy(nameof(OwnerId))]
        public sealed record Project([Key] Guid Id, UserId OwnerId);

        [Table("releases"), OwnedThrough<Project>(nameof(ProjectId))]
        public sealed record Release([Key, Identity] long Id, Guid ProjectId);

        [Table("files"), OwnedThrough<Release>(nameof(ReleaseId))]
        public sealed record File([Key, Identity] long Id, long ReleaseId, [Unique] string Path, long Size);

        [Repository<File>(Upsert = [nameof(File.Path)])]
        internal sealed partial class FileRepository
        {
            [Query("select p.id, {columns:f} from {files} f join {projects} as p on @named = p.id {? and f.size < @size and exists (select 1 from {releases} where releases.id = f.release_id) }")]
            public partial ValueTask<IReadOnlyList<(Guid Project, long Id, long Release, string Path, long Size)>> PairsAsync(
                Guid named, UserId owner, long? size, CancellationToken cancellationToken = default);
        }
        """);

    [Fact]
    public void What_a_record_says_for_its_migrations() => Check("Members", """
        namespace Clubs;

        public readonly record struct UserId(Guid Value);

        public enum Role { Guest, [Label("it's me")] Owner }

        [Table("clubs"), OwnedBy(nameof(OwnerId)), RowSecurity]
        public sealed record Club([Key] Guid Id, [Index] UserId OwnerId);

        [Table("members"), RenamedFrom("persons"), RenamedFrom("people"), OwnedThrough<Club>(nameof(ClubId)), RowSecurity]
        [Check("age > 17 or role = 'guest'", Name = "members_grown_chk"), Check(Postgres = "name ~ '^[A-Z]'")]
        public sealed record Member(
            [Key, Identity] long Id, [References<Club>(OnDelete = DeleteRule.Cascade)] Guid ClubId,
            [RenamedFrom("mail"), Unique, Check("mail_address like '%@%'")] string MailAddress,
            [Backfill(Sqlite = "substr(mail_address, 1, 3)", Postgres = "left(mail_address, 3)")] string Name,
            [property: Default("'guest'"), Backfill("'guest'")] Role Role, [Check("age >= 0")] int? Age,
            [Default(Sqlite = "lower(hex(randomblob(8)))", Postgres = "md5(random()::text)")] string Code);

        [Repository<Member>]
        public sealed partial class MemberRepository;
        """);

    // The contract of such records is another golden's affair.
    [Fact]
    public void An_owner_whom_the_server_is_told() => Golden.Check("Walls.verified.cs", Source.Generate("""
        namespace Deploys;

        public readonly record struct UserId(Guid Value);

        [Table("projects"), OwnedBy(nameof(OwnerId)), RowSecurity]
        public sealed record Project([Key] Guid Id, UserId OwnerId);

        [Table("notes"), OwnedThrough<Project>(nameof(ProjectId))]
        public sealed record Note([Key, Identity] long Id, Guid ProjectId, string Text);

        [Repository<Note>]
        public sealed partial class NoteRepository
        {
            [Query("select count(*) from {projects} where id = @named")]
            public partial ValueTask<long> CountOfAsync(Guid named, UserId owner, CancellationToken cancellationToken = default);

            [Unowned("Nobody has none.")]
            [Delete(Where = "text = ''")]
            public partial ValueTask<long> ClearAsync(CancellationToken cancellationToken = default);

            [Query("select 1")]
            public partial ValueTask<int> OneAsync(CancellationToken cancellationToken = default);
        }
        """).Code());

    private static void Check(string name, string source)
    {
        var result = Source.Generate(source);
        Golden.Check($"{name}.verified.cs", result.Code());
        Golden.Check($"{name}.contract.verified.cs", result.Code("Repository.contract.g.cs"));
    }
}
