using CoreData;
using Microsoft.Extensions.Options;

namespace Dowel.CoreDataTests;

public sealed class MessageTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"dowel-pickup-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_message_is_a_file_that_its_owner_alone_can_read()
    {
        var message = Make(TokenPurpose.PasswordReset);

        await Folder().SendAsync(message, TestContext.Current.CancellationToken);

        var file = Directory.GetFiles(_folder).ShouldHaveSingleItem();
        file.ShouldEndWith(".eml");
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        lines[0].ShouldBe("Date: Sat, 21 Nov 2026 12:00:00 +0000");
        lines[1].ShouldBe("To: ann@example.org");
        lines.ShouldContain(message.Secret.Reveal());
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void A_folder_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
            return;
        }

        Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);

        Should.Throw<InvalidOperationException>(Folder).Message.ShouldContain("chmod 700");
    }

    [Fact]
    public void Neither_messages_nor_tokens_nor_users_print_their_secrets()
    {
        Directory.CreateDirectory(_folder);
        var message = Make(TokenPurpose.EmailVerification);
        var pair = new TokenPair(new(1), message.Secret, default, message.Secret, default);
        var user = new User(new(1), "ann@example.org", "Ann", "HASH", null, default, default);

        foreach (var text in (string[])[$"{message}", $"{pair}", $"{message.Secret}", $"{TokensOf(pair)}"])
        {
            text.ShouldNotContain(message.Secret.Reveal());
        }

        $"{user}".ShouldNotContain("HASH");
    }

    private static TokensResponse TokensOf(TokenPair pair) => new(1, "Bearer", pair.Access.Reveal(), default, pair.Refresh.Reveal(), default);

    private static Message Make(TokenPurpose purpose) =>
        new(purpose, "ann@example.org", "Ann", TokenSecret.Create(), new TestClock().GetUtcNow(), new TestClock().GetUtcNow().AddHours(1));

    private PickupFolder Folder() => new(Options.Create(new CoreDataOptions { PickupFolder = _folder }), new TestClock());
}
