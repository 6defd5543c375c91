using System.Text.Json;

namespace SystemsHost;

/// <summary>Names the fields of a request in problem details as the request names them.</summary>
internal static class FieldNames
{
    /// <summary>Puts the names of wrong fields into the case of JSON: <c>ports[0].outside</c>.</summary>
    /// <param name="context">The problem that is about to be answered.</param>
    public static void AsInJson(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is HttpValidationProblemDetails wrong)
        {
            wrong.Errors = wrong.Errors.ToDictionary(
                error => string.Join('.', error.Key.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName)), error => error.Value, StringComparer.Ordinal);
        }
    }
}
