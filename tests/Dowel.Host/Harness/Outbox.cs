namespace Dowel.HostTests;

/// <summary>The folder that messages are put into.</summary>
internal static class Outbox
{
    private const int TokenLength = 43;

    /// <summary>Waits for a message and takes it out of the folder.</summary>
    public static async Task<string> TakeSecretAsync(RunningHost host, string email, string subject)
    {
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(host.Folder, "outbox"), "*.eml"))
            {
                var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
                if (lines.Contains($"To: {email}") && lines.Contains($"Subject: {subject}"))
                {
                    File.Delete(file);
                    return lines.Single(line => line.Length == TokenLength && !line.Contains(' ', StringComparison.Ordinal));
                }
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"No message for {email}.");
    }
}
