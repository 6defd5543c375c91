using System.Reflection;
using CoreData;
using DeployStore;
using Dowel.Hosting;
using Dowel.Postgres;
using Dowel.Sqlite;
using GameAccounts;
using Microsoft.Extensions.Options;
using Workspaces;

namespace SystemsHost;

/// <summary>The five systems, each with a database of its own: a file, or a schema and a data source.</summary>
internal static class SystemsRegistration
{
    /// <summary>Adds them; their schemas are current before the server listens.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Where the settings are.</param>
    public static void AddSystems(this IServiceCollection services, IConfiguration configuration)
    {
    }
}
