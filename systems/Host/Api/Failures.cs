using Microsoft.OpenApi;

namespace SystemsHost;

/// <summary>How every operation may fail, in the OpenAPI document.</summary>
internal static class Failures
{
    private static readonly (string Status, string Description)[] Everywhere =
    [
        ("400", "The request cannot be read, or a value is out of its bounds."),
        ("429", "Too many requests; Retry-After says when to come back."),
        ("503", "The database cannot answer just now; Retry-After says when to come back."),
    ];

    private static readonly (string Status, string Description)[] BehindTokens =
    [
        ("401", "There is no token, or it is not good any more."),
        ("403", "The token's user may not do this."),
    ];

    /// <summary>Adds what the endpoint itself does not say.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="document">The document that it is in.</param>
    /// <param name="scheme">The security scheme; null where nobody has to say who they are.</param>
    public static void Describe(OpenApiOperation operation, OpenApiDocument document, string? scheme)
    {
        operation.Responses ??= [];
        foreach (var (status, description) in scheme is null ? Everywhere : [.. Everywhere, .. BehindTokens])
        {
            operation.Responses.TryAdd(status, new OpenApiResponse { Description = description });
        }

        foreach (var (status, response) in operation.Responses)
        {
            if (status[0] is '4' or '5' && response is OpenApiResponse { Content: null or { Count: 0 } } bare)
            {
                bare.Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() };
            }
        }

        if (scheme is not null)
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] }];
        }
    }
}
