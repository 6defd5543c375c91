namespace Dowel.Migrations;

/// <summary>An engine as a host knows it that migrates its databases when it starts.</summary>
public interface IMigrationProvider
{
    /// <summary>Opens a database for a migrator.</summary>
    /// <param name="settings">Where it is.</param>
    /// <returns>The database, which is the caller's to dispose of; nothing is connected yet.</returns>
    IMigrationDatabase OpenForMigrations(MigrationSettings settings);

    /// <summary>Opens a database whose history is only looked at, as a health check does again and again.</summary>
    /// <param name="settings">Where it is.</param>
    /// <returns>The database, which is the caller's to dispose of; it is not to be locked or written.</returns>
    IMigrationDatabase OpenForReading(MigrationSettings settings) => OpenForMigrations(settings);
}
