using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Dowel.Hosting;

namespace SystemsHost;

/// <summary>Where the five systems keep their data; from the command line, the environment (<c>DOWEL_…</c>) or <c>appsettings.json</c>.</summary>
internal sealed class HostSettings
{
    /// <summary>The engine: <c>sqlite</c> or <c>postgres</c>.</summary>
    [AllowedValues("sqlite", "postgres", ErrorMessage = "Provider is 'sqlite' or 'postgres'.")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>How to connect to PostgreSQL, as an Npgsql connection string of a role that is no superuser.</summary>
    public string? Connection { get; set; }

    /// <summary>The same for the role that owns the tables; left out where one role does both.</summary>
    public string? MigrateConnection { get; set; }

    /// <summary>The folder of the SQLite files; made where it is missing, readable by its owner alone.</summary>
    [Required]
    public string Data { get; set; } = "data";

    /// <summary>Whether migrations are applied at the start, or only looked at.</summary>
    public MigrationMode Migrations { get; set; } = MigrationMode.Apply;

    /// <summary>Whether PostgreSQL is asked for.</summary>
    public bool UsesPostgres => Provider == "postgres";

    /// <summary>The folder where messages to users are left.</summary>
    public string Outbox => Path.Combine(Data, "outbox");

    /// <summary>Reads the settings, and makes the folder for the files.</summary>
    /// <param name="configuration">Where they are.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ValidationException">One of them is wrong; the message says which.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        var settings = Bind(configuration);
        Validator.ValidateObject(settings, new(settings), validateAllProperties: true);
        if (settings is { UsesPostgres: true, Connection: null or "" })
        {
            throw new ValidationException("PostgreSQL needs --connection 'Host=…;Database=…;Username=…', or DOWEL_CONNECTION in the environment.");
        }

        try
        {
            MakeFolder(settings.Data);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ValidationException($"The folder {settings.Data} cannot be made: {error.Message} Name another with --data.", error);
        }

        return settings;
    }

    /// <summary>Sets a system's database up.</summary>
    /// <param name="options">The system's options.</param>
    /// <param name="system">What the system is called; its schema, or the name of its file.</param>
    public void Apply(DowelOptions options, string system)
    {
        options.Provider = Provider;
        options.Migrations = Migrations;
        if (UsesPostgres)
        {
            options.ConnectionString = Connection;
            options.MigrationConnectionString = MigrateConnection;
            options.Schema = system;
        }
        else
        {
            options.ConnectionString = new DbConnectionStringBuilder { ["Data Source"] = Path.Combine(Path.GetFullPath(Data), system + ".db") }.ConnectionString;
        }
    }

    private static HostSettings Bind(IConfiguration configuration)
    {
        try
        {
            return configuration.Get<HostSettings>() ?? new();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new ValidationException($"A setting cannot be read. {unreadable.Message}", unreadable); // names the key, and no setting but an enumeration can fail
        }
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
