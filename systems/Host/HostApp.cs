using System.Text.Json;
using System.Text.Json.Serialization;
using CoreData;
using Dowel.Cli;
using Microsoft.AspNetCore.Authorization;

namespace SystemsHost;

/// <summary>The service: the five systems, and what stands between them and HTTP.</summary>
internal static class HostApp
{
    private static readonly Dictionary<string, string> Switches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--migrate-connection"] = nameof(HostSettings.MigrateConnection),
    };

    /// <summary>Puts the service together; nothing is opened before it starts.</summary>
    /// <param name="args">The command line: <c>--provider</c>, <c>--connection</c>, <c>--migrate-connection</c>, <c>--data</c>, <c>--migrations</c>, <c>--urls</c>.</param>
    /// <param name="configure">Changes what is registered; null for nothing.</param>
    /// <returns>The service.</returns>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        SqliteNativeLibrary.Use();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables("DOWEL_").AddCommandLine(args, Switches);
        builder.WebHost.ConfigureKestrel(kestrel => RequestLimits.Apply(kestrel.Limits));
        AddServices(builder);
        configure?.Invoke(builder);
        var app = builder.Build();
        Use(app);
        Map(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSystems(HostSettings.Read(builder.Configuration), builder.Configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = FieldNames.AsInJson).AddExceptionHandler<Problems>().AddValidation();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true); // so that the answer says what is wrong
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.Converters.Add(new TextConverter());
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new ObjectConverter());
            json.SerializerOptions.AllowDuplicateProperties = false; // nobody can tell which of them was meant
        });
        services.AddRequestLimits(builder.Configuration);
        services.AddApiDocument();
        services.AddTelemetry(builder.Configuration);
    }

    private static void Use(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(); // answers without a body get problem details
        app.UseQueryText();
        app.UseFilePaths();
        app.UseHealth();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseRequestTimeouts();
    }

    private static void Map(WebApplication app)
    {
        app.MapMetrics();
        app.MapOpenApi().AllowAnonymous();
        app.MapCoreData();

        var workspaces = app.MapGroup("/workspaces").WithTags("Workspaces");
        var projects = workspaces.MapGroup("projects");
        projects.MapProjects();
        projects.MapFiles();
        workspaces.MapAgents();

        var store = app.MapGroup("/deploy").WithTags("Deployments");
        store.MapDeployments();
        store.MapServices();
        store.MapStoreUsers();

        var xp = app.MapGroup("/xp").WithTags("Rewards");
        xp.MapClaims();
        xp.MapPlayers();
        xp.MapPolicies();
    }
}
