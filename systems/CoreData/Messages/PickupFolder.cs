using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;

namespace CoreData;

/// <summary>Writes each message as a file of mail into a folder that its owner alone can read, from where a mail program takes it.</summary>
/// <remarks>A file has its name ending in <c>.eml</c> once it is whole. The folder is made where it is missing.</remarks>
public sealed class PickupFolder : IMessageSender
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TimeProvider _clock;

    /// <summary>Makes the folder ready.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="InvalidOperationException">Others than its owner can read the folder.</exception>
    public PickupFolder(IOptions<CoreDataOptions> options, TimeProvider clock)
    {
        Path = System.IO.Path.GetFullPath(options.Value.PickupFolder ?? DefaultPath);
        _clock = clock;
        Prepare();
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    private static string DefaultPath =>
        System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "core-data", "messages");

    /// <inheritdoc/>
    public async ValueTask SendAsync(Message message, CancellationToken cancellationToken = default)
    {
        var name = System.IO.Path.Combine(Path, $"{_clock.GetUtcNow():yyyyMMdd'T'HHmmssfff}-{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(name + ".part", options);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(MailText(message)), cancellationToken).ConfigureAwait(false);
        }

        File.Move(name + ".part", name + ".eml");
    }

    // Addresses have no line breaks, so nobody adds a header of their own.
    private static string MailText(Message message) => string.Join(
        "\r\n",
        $"Date: {message.CreatedAt.ToString("r", CultureInfo.InvariantCulture).Replace("GMT", "+0000", StringComparison.Ordinal)}",
        $"To: {message.Email}",
        $"Subject: {(message.Purpose == TokenPurpose.PasswordReset ? "A new password" : "Your address")}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        $"Hello {message.DisplayName},",
        "",
        message.Purpose == TokenPurpose.PasswordReset ? "with this code you can choose a new password:" : "with this code you show that you read this address:",
        "",
        message.Secret.Reveal(),
        "",
        $"It is good once, until {message.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC. If you have not asked for it, ignore it.",
        "");

    private void Prepare()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
            return;
        }

        Directory.CreateDirectory(Path, Owner);
        if ((File.GetUnixFileMode(Path) & ~Owner) != UnixFileMode.None)
        {
            throw new InvalidOperationException($"Others can read the folder for messages; run 'chmod 700 {Path}', or name another as CoreDataOptions.PickupFolder.");
        }
    }
}
