using Microsoft.Extensions.Options;

namespace CoreData;

/// <summary>Refuses options that make no sense when the service starts.</summary>
internal sealed class CoreDataOptionsCheck : IValidateOptions<CoreDataOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CoreDataOptions options)
    {
        (string Name, TimeSpan Value)[] lengths =
        [
            (nameof(options.AccessLifetime), options.AccessLifetime),
            (nameof(options.RefreshLifetime), options.RefreshLifetime),
            (nameof(options.PasswordResetLifetime), options.PasswordResetLifetime),
            (nameof(options.EmailVerificationLifetime), options.EmailVerificationLifetime),
            (nameof(options.SweepInterval), options.SweepInterval),
        ];
        List<string> mistakes = [.. lengths.Where(length => length.Value <= TimeSpan.Zero).Select(length => $"CoreDataOptions.{length.Name} must be more than nothing.")];
        if (options.MessagePause < TimeSpan.Zero)
        {
            mistakes.Add($"CoreDataOptions.{nameof(options.MessagePause)} must not be less than nothing.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
