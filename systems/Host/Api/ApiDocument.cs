using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace SystemsHost;

/// <summary>The OpenAPI document, made from the endpoints.</summary>
internal static class ApiDocument
{
    private const string Bearer = "Bearer";

    /// <summary>Describes what all endpoints have in common: who they are for, and how they fail.</summary>
    /// <param name="services">The services.</param>
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Five systems", Version = "v1", Description = "Accounts, rewards, deployments and workspaces behind one address." };
            document.Servers = [];
            document.Components ??= new();
            document.AddComponent(Bearer, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An access token from POST /core/sessions." });
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            DescribeText(schema, context.JsonTypeInfo.Type, context.JsonPropertyInfo is { IsGetNullable: true });
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Failures.Describe(operation, context.Document!, IsAnonymous(context.Description.ActionDescriptor.EndpointMetadata) ? null : Bearer);
            return Task.CompletedTask;
        });
    });

    // Their converters are this service's own, and tell nobody what they write.
    private static void DescribeText(OpenApiSchema schema, Type type, bool isNullable)
    {
        if (type == typeof(string))
        {
            schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        }
        else if (type == typeof(JsonObject))
        {
            schema.Type = isNullable ? JsonSchemaType.Object | JsonSchemaType.Null : JsonSchemaType.Object;
        }
        else if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Named<>))
        {
            schema.Type = JsonSchemaType.String;
            schema.Properties = null;
            schema.Enum = [.. Enum.GetNames(type.GenericTypeArguments[0]).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];
        }
    }

    private static bool IsAnonymous(IList<object> metadata) => metadata.OfType<Microsoft.AspNetCore.Authorization.IAllowAnonymous>().Any();
}
