using System.Globalization;
using Dowel.Migrations;
using Microsoft.Extensions.Configuration;

namespace Dowel.Hosting;

/// <summary>Finds what is wrong with a database's options, all of it at once; says keys, and values only of what holds no secret.</summary>
/// <param name="plan">What the service's code has said of the database.</param>
internal sealed class OptionsCheck(DatabasePlan plan)
{
    private const string Duration = "a duration of hours, minutes and seconds such as 00:01:30";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly string[] Known =
    [
        nameof(DowelOptions.Provider), nameof(DowelOptions.ConnectionString), nameof(DowelOptions.MigrationConnectionString), nameof(DowelOptions.Schema),
        nameof(DowelOptions.HistoryTable), nameof(DowelOptions.Migrations), nameof(DowelOptions.MigrationWait), nameof(DowelOptions.StatementTimeout),
        nameof(DowelOptions.GuardedTables), nameof(DowelOptions.Variables), nameof(DowelOptions.SlowStatement),
    ];

    /// <summary>Looks at the texts of the configuration, which binding would stumble over with the value in its mouth.</summary>
    public IEnumerable<DowelError> FindInTexts() => (plan.Section?.GetChildren() ?? []).Select(FindIn).OfType<DowelError>();

    /// <summary>Looks at the values.</summary>
    public IEnumerable<DowelError> FindInValues(DowelOptions options)
    {
        DowelError?[] errors =
        [
            Bound(nameof(options.MigrationWait), options.MigrationWait, Second),
            Bound(nameof(options.StatementTimeout), options.StatementTimeout, Second),
            options.SlowStatement is { } slow ? Bound(nameof(options.SlowStatement), slow, TimeSpan.FromTicks(1)) : null,
            Enum.IsDefined(options.Migrations)
                ? null
                : HostingErrors.OutOfBounds(Key(nameof(options.Migrations)), $"{(int)options.Migrations}", string.Join(", ", Enum.GetNames<MigrationMode>())),
            string.IsNullOrWhiteSpace(options.HistoryTable)
                ? HostingErrors.OutOfBounds(Key(nameof(options.HistoryTable)), "empty", "a table's name, or leave the setting out")
                : null,
            options.Schema is not null && string.IsNullOrWhiteSpace(options.Schema)
                ? HostingErrors.OutOfBounds(Key(nameof(options.Schema)), "empty", "a schema's name, or leave the setting out")
                : null,
            options.GuardedTables.Any(string.IsNullOrWhiteSpace)
                ? HostingErrors.OutOfBounds(Key(nameof(options.GuardedTables)), "a list with an empty name", "the tables' names, without a schema")
                : null,
        ];
        return errors.OfType<DowelError>();
    }

    private DowelError? FindIn(IConfigurationSection setting)
    {
        var name = Known.FirstOrDefault(known => string.Equals(known, setting.Key, StringComparison.OrdinalIgnoreCase));
        return name switch
        {
            null => HostingErrors.Unknown(Key(setting.Key), setting.Key, Known),
            nameof(DowelOptions.Migrations) when IsSet(setting) && !Enum.TryParse<MigrationMode>(setting.Value, ignoreCase: true, out _) =>
                HostingErrors.Unreadable(Key(name), $"one of {string.Join(", ", Enum.GetNames<MigrationMode>())}"),
            nameof(DowelOptions.MigrationWait) or nameof(DowelOptions.StatementTimeout) or nameof(DowelOptions.SlowStatement)
                when IsSet(setting) && !TimeSpan.TryParse(setting.Value, CultureInfo.InvariantCulture, out _) =>
                HostingErrors.Unreadable(Key(name), Duration),
            _ => null,
        };
    }

    private DowelError? Bound(string setting, TimeSpan value, TimeSpan least) => value < least || value > Hour
        ? HostingErrors.OutOfBounds(Key(setting), Words(value), $"{Duration}, from {Words(least)} to {Words(Hour)}")
        : null;

    private string Key(string setting) => plan.KeyOf(setting);

    // A number alone is days, which hardly anybody means.
    private static string Words(TimeSpan value) => value.Days != 0
        ? $"{value.TotalDays.ToString("0.##", CultureInfo.InvariantCulture)} days"
        : value.ToString("c", CultureInfo.InvariantCulture);

    private static bool IsSet(IConfigurationSection setting) => !string.IsNullOrEmpty(setting.Value);
}
