namespace Dowel.Data.Tests;

public sealed class DatabaseErrorTests
{
    private static readonly Statement Statement = new("AccountRepository.InsertAsync", "", "");
    private static readonly Violation Broken = new("accounts", "accounts_email_key", ["email"]);

    public static TheoryData<string, bool, DatabaseException> All => new()
    {
        { "DWL4001", false, new UniqueViolationException(Statement, Broken) },
        { "DWL4002", false, new ForeignKeyViolationException(Statement, Broken) },
        { "DWL4003", false, new CheckViolationException(Statement, Broken) },
        { "DWL4004", false, new NotNullViolationException(Statement, Broken) },
        { "DWL4005", true, new TransactionConflictException(Statement) },
        { "DWL4006", false, new StatementTimeoutException(Statement) },
        { "DWL4007", true, new ConnectionLostException(Statement) },
        { "DWL4008", true, new DatabaseUnavailableException("AccountRepository.InsertAsync", "no route") },
        { "DWL4009", true, new DatabaseBusyException(Statement) },
        { "DWL4010", false, new CommitInDoubtException(Statement) },
        { "DWL4011", false, new TransactionSpoiledException(Statement) },
        { "DWL4012", false, new StatementRefusedException(Statement, "42P01", "no such table") },
        { "DWL4014", false, new InvalidCursorException("AccountRepository.InsertAsync") },
        { "DWL4015", false, new NoRowException(Statement) },
    };

    [Theory, MemberData(nameof(All))]
    public void An_error_says_who_and_what_and_whether_a_retry_can_help(string code, bool canRetry, DatabaseException error)
    {
        (error.Code, error.CanRetry).ShouldBe((code, canRetry));
        error.Message.ShouldStartWith($"{code}: AccountRepository.InsertAsync");
        error.Message.ShouldBe($"{code}: {error.Problem}{Environment.NewLine}    {error.Remedy}");
    }

    [Fact]
    public void What_was_broken_is_named_as_far_as_it_is_known()
    {
        new Violation("t", "c", ["a", "b"]).ToString().ShouldBe("'c' of table 't' (a, b)");
        new Violation(null, "c", []).ToString().ShouldBe("'c'");
        new Violation("t", null, ["a"]).ToString().ShouldBe("of table 't' (a)");
        new Violation(null, null, []).ToString().ShouldBe("of a table");
    }

    [Fact]
    public void A_column_is_counted_as_people_count()
    {
        var error = new UnexpectedValueException(0, "text", "null");

        (error.Code, error.Ordinal).ShouldBe(("DWL4013", 0));
        error.Problem.ShouldBe("Column 1 of a result should be text and is null.");
    }
}
