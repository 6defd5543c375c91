using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoreData;

/// <summary>Recognises users by the access token in the header <c>Authorization</c> (RFC 6750).</summary>
/// <param name="options">Nothing of its own.</param>
/// <param name="logger">Where the framework logs to.</param>
/// <param name="encoder">The framework's.</param>
/// <param name="logins">The logins.</param>
internal sealed class AccessTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Logins logins)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = CoreDataTokens.Scheme + " ";

    private bool HasToken => Request.Headers.Authorization is [{ } header] && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!HasToken)
        {
            return AuthenticateResult.NoResult();
        }

        return TokenSecret.TryParse(Request.Headers.Authorization.ToString()[Prefix.Length..].Trim(), out var secret)
            && await logins.IdentifyAsync(secret, Context.RequestAborted).ConfigureAwait(false) is { } identity
            ? AuthenticateResult.Success(new(CoreDataTokens.PrincipalOf(identity), Scheme.Name))
            : AuthenticateResult.Fail("The access token is not good, or not any more.");
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = HasToken ? $"{Prefix}error=\"invalid_token\"" : CoreDataTokens.Scheme;
        return ((IResult)Problems.Unauthenticated()).ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ((IResult)Problems.Forbidden()).ExecuteAsync(Context);
}
