using Microsoft.AspNetCore.Mvc;

namespace SystemsHost;

/// <summary>Refuses queries with the character U+0000, which PostgreSQL cannot compare with anything.</summary>
internal static class QueryText
{
    /// <summary>Puts it before the endpoints.</summary>
    /// <param name="app">The application.</param>
    public static void UseQueryText(this IApplicationBuilder app) => app.Use(static (context, next) =>
        context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true
            ? TypedResults.Problem(new ProblemDetails { Status = StatusCodes.Status400BadRequest, Title = "The query has the character U+0000." }).ExecuteAsync(context)
            : next(context));
}
