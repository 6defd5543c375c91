using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace SystemsHost;

/// <summary>The revision of a thing as HTTP tells it: <c>ETag</c> in answers, <c>If-Match</c> in requests that change the thing.</summary>
internal static class Revision
{
    /// <summary>Tells the revision of what is answered.</summary>
    /// <param name="context">The request.</param>
    /// <param name="revision">The revision.</param>
    public static void Tell(HttpContext context, int revision) =>
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>Reads the revision that a change starts from.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The revision; null where the request names none, or what was never told.</returns>
    public static int? Asked(HttpContext context) =>
        EntityTagHeaderValue.TryParse(context.Request.Headers.IfMatch.ToString(), out var tag)
        && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : null;
}
