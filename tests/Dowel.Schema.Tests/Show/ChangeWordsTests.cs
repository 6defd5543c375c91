namespace Dowel.Schema.Tests;

/// <summary>What people are told of the steps of a plan.</summary>
public sealed class ChangeWordsTests
{
    [Theory]
    [InlineData("Setting", "docs", "row security", "enable row security on docs", "disable row security on docs")]
    [InlineData("Setting", "docs", "row security forced", "bind the owner of docs by its row security too", "free the owner of docs from its row security")]
    [InlineData("Setting", "docs_id_seq", "owned by", "tie sequence docs_id_seq to its column", "untie sequence docs_id_seq from its column")]
    [InlineData("Setting", "docs", "fillfactor", "set fillfactor of docs", "reset fillfactor of docs")]
    [InlineData("Comment", "column docs.id", null, "comment on column docs.id", "remove the comment on column docs.id")]
    [InlineData("Grant", "table docs", "app", "grant rights on table docs to app", "revoke rights on table docs from app")]
    [InlineData("Grant", "function f()", "revoked from public", "revoke rights on function f() from public", "grant rights on function f() to public")]
    [InlineData("Grant", "default privileges on tables", "app", "grant default privileges on tables to app", "revoke default privileges on tables from app")]
    [InlineData("View", "recent", null, "create view recent", "drop view recent")]
    public void What_is_made_and_taken_away_is_told(string kind, string name, string? part, string made, string gone)
    {
        var model = new ObjectModel(new(Enum.Parse<ObjectKind>(kind), name, part));

        ChangeWords.Of(new CreateObject(model)).ShouldBe(made);
        ChangeWords.Of(new DropObject(model, IsMadeAgain: false)).ShouldBe(gone);
        ChangeWords.Of(new DropObject(model, IsMadeAgain: true)).ShouldBe($"{gone} to make it again");
    }
}
