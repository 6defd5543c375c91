using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SystemsHost;

/// <summary>How much one caller may ask for, how large it may be and how long it may take.</summary>
internal static class RequestLimits
{
    private const long BodyBytesMax = 1024 * 1024;

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Limits what the server reads.</summary>
    /// <param name="limits">The server's limits.</param>
    public static void Apply(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = BodyBytesMax;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }

    /// <summary>Limits how many requests a caller makes and how long one takes.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Where <c>Limits:PerSecond</c> and <c>Limits:AnonymousPerSecond</c> are; a caller may save up ten seconds' worth.</param>
    public static void AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var known = configuration.GetValue("Limits:PerSecond", 200);
        var anonymous = configuration.GetValue("Limits:AnonymousPerSecond", 10);
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = AnswerWithin, TimeoutStatusCode = StatusCodes.Status504GatewayTimeout });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = static (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "1";
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } subject ? Bucket("user " + subject, known)
                : Bucket("from " + context.Connection.RemoteIpAddress, anonymous));
        });
    }

    private static RateLimitPartition<string> Bucket(string caller, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new()
    {
        TokenLimit = perSecond * 10,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = Second,
        QueueLimit = 0,
    });
}
