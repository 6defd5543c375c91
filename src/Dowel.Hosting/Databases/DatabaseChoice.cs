using Dowel.Data;
using Dowel.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dowel.Hosting;

/// <summary>What a service's code and configuration come to for one database.</summary>
/// <param name="Options">The options, in order.</param>
/// <param name="Provider">The engine.</param>
internal sealed record DatabaseChoice(DowelOptions Options, DatabaseProvider Provider)
{
    /// <summary>How repositories use it.</summary>
    public DatabaseSettings Settings { get; } = new()
    {
        ConnectionString = Text(Options.ConnectionString),
        Schema = Options.Schema,
        StatementTimeout = Options.StatementTimeout,
    };

    /// <summary>Where migrations run.</summary>
    public MigrationSettings Migrations { get; } = new()
    {
        ConnectionString = Text(Options.MigrationConnectionString) ?? Text(Options.ConnectionString),
        Schema = Options.Schema,
        HistoryTable = Options.HistoryTable,
    };

    /// <summary>Opens the database for a migrator.</summary>
    public IMigrationDatabase OpenForMigrations() => ((IMigrationProvider)Provider).OpenForMigrations(Migrations);

    /// <summary>Opens the database for a look at its history.</summary>
    public IMigrationDatabase OpenForReading() => ((IMigrationProvider)Provider).OpenForReading(Migrations);

    /// <summary>Reads and checks the options.</summary>
    /// <exception cref="HostingException">Something is wrong with them.</exception>
    public static DatabaseChoice Make(DatabasePlan plan, IServiceProvider services)
    {
        var check = new OptionsCheck(plan);
        Refuse([.. check.FindInTexts()]);
        var options = services.GetRequiredService<IOptionsMonitor<DowelOptions>>().Get(plan.Name);
        var errors = check.FindInValues(options).ToList();
        var provider = Choose(plan, options, [.. plan.Providers.Select(make => make(services))], errors);
        if (provider is not null)
        {
            errors.AddRange(FindInConnections(plan, options, provider));
        }

        Refuse(errors);
        return new(options, provider!);
    }

    private static DatabaseProvider? Choose(DatabasePlan plan, DowelOptions options, DatabaseProvider[] providers, List<DowelError> errors)
    {
        var key = plan.KeyOf(nameof(options.Provider));
        var names = providers.Select(provider => provider.Name).Distinct(StringComparer.Ordinal).ToArray();
        switch (names.Length, Text(options.Provider))
        {
            case (0, _):
                errors.Add(HostingErrors.NoProvider(plan.Title));
                return null;
            case (1, null):
                return providers[^1];
            case (_, null):
                errors.Add(HostingErrors.Missing(key, $"one of {string.Join(", ", names)}"));
                return null;
            case (_, { } name):
                // Who registers an engine twice means the later one.
                if (Array.FindLast(providers, provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase)) is { } chosen)
                {
                    return chosen;
                }

                errors.Add(HostingErrors.UnknownProvider(key, name, names));
                return null;
        }
    }

    private static IEnumerable<DowelError> FindInConnections(DatabasePlan plan, DowelOptions options, DatabaseProvider provider)
    {
        var key = plan.KeyOf(nameof(options.ConnectionString));
        if (Text(options.ConnectionString) is null && !provider.HasConnections)
        {
            yield return HostingErrors.Missing(key, "the driver's connection string");
        }
        else if (Find(options.ConnectionString) is { } mistake)
        {
            yield return HostingErrors.BadConnectionString(key, mistake);
        }

        if (Text(options.MigrationConnectionString) is { } text && Find(text) is { } other)
        {
            yield return HostingErrors.BadConnectionString(plan.KeyOf(nameof(options.MigrationConnectionString)), other);
        }

        string? Find(string? connectionString) =>
            provider.FindMistake(new() { ConnectionString = Text(connectionString), Schema = options.Schema, StatementTimeout = options.StatementTimeout });
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static void Refuse(List<DowelError> errors)
    {
        if (errors.Count > 0)
        {
            throw new HostingException(errors);
        }
    }
}
