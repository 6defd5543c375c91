namespace Dowel.Data.Tests;

public sealed class ConnectionTextTests
{
    [Theory]
    [InlineData("notes.db")]
    [InlineData("sqlite:notes.db")]
    [InlineData("postgres://app:secret@localhost/app")]
    [InlineData("postgres://app:secret@localhost/app?sslmode=require")]
    public void A_URL_or_a_file_name_is_told_with_an_example_and_not_quoted(string text)
    {
        var refused = Should.Throw<ArgumentException>(() => ConnectionText.Check(text, "Data Source=app.db"));

        refused.Message.ShouldContain("'Data Source=app.db'");
        refused.Message.ShouldNotContain(text);
        refused.Message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=file:app.db?mode=ro")]
    [InlineData("Host=localhost;Password=a://b=c")]
    [InlineData(" host = [::1]; database = app")]
    public void A_connection_string_is_left_alone(string text) => ConnectionText.Check(text, "Host=localhost").ShouldBe(text);
}
