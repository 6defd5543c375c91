using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dowel.Data;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace SystemsHost;

/// <summary>Answers with problem details where a database refused: what is wrong and what to do, never a value and never whose it is.</summary>
/// <param name="problems">Writes them.</param>
internal sealed partial class Problems(IProblemDetailsService problems) : IExceptionHandler
{
    private const int ClientHasGone = 499; // nobody reads it; logs tell it from an error

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = ClientHasGone;
            return true;
        }

        if (Of(exception) is not { } details)
        {
            return false;
        }

        httpContext.Response.StatusCode = details.Status!.Value;
        if (details.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = Pause.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        }

        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = details, Exception = exception }).ConfigureAwait(false);
    }

    /// <summary>The problem that an exception tells.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>The problem; null where it is none of the caller's business.</returns>
    internal static ProblemDetails? Of(Exception exception) => exception switch
    {
        UniqueViolationException unique => Violated(unique, unique.Violation, StatusCodes.Status409Conflict, "There is one already."),
        ForeignKeyViolationException key => Violated(key, key.Violation, StatusCodes.Status409Conflict, "Something else refers to it, or what it refers to is not there."),
        CheckViolationException check => Violated(check, check.Violation, StatusCodes.Status400BadRequest, "A value is out of its bounds."),
        NotNullViolationException missing => Violated(missing, missing.Violation, StatusCodes.Status400BadRequest, "A value is missing."),
        InvalidCursorException cursor => Problem(cursor, StatusCodes.Status400BadRequest, "This is no place in the list."),
        StatementTimeoutException late => Problem(late, StatusCodes.Status504GatewayTimeout, "The database took too long."),
        DatabaseException { CanRetry: true } busy => Problem(busy, StatusCodes.Status503ServiceUnavailable, "The database cannot answer just now."),
        DatabaseException other => Problem(other, StatusCodes.Status500InternalServerError, "The database did not do what was asked."),
        BadHttpRequestException unread => new() { Status = unread.StatusCode, Title = "The request cannot be read.", Detail = Reason(unread) },
        _ => null,
    };

    // Where JSON is wrong, its reader tells the place; what is around it names types of this program.
    private static string Reason(BadHttpRequestException unread) =>
        unread.InnerException is JsonException { Path: { } path } wrong
            ? string.Create(CultureInfo.InvariantCulture, $"The JSON is wrong at {path}, line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}.")
            : TypeOfParameter().Replace(unread.Message, static part => $"\"{JsonNamingPolicy.CamelCase.ConvertName(part.Groups["name"].Value)}\"");

    [GeneratedRegex("\"[^ \"]+ (?<name>\\w+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeOfParameter();

    private static ProblemDetails Violated(DatabaseException error, Violation violation, int status, string title)
    {
        var problem = Problem(error, status, title);
        if (violation.Columns.Count > 0)
        {
            problem.Extensions["columns"] = violation.Columns;
        }

        return problem;
    }

    private static ProblemDetails Problem(DatabaseException error, int status, string title) => new()
    {
        Status = status,
        Title = title,
        Extensions = { ["code"] = error.Code },
    };
}
