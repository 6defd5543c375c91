namespace Dowel.Migrations;

/// <summary>The database does not answer, or refuses to be used.</summary>
public sealed class DatabaseUnavailableException : DowelException
{
    /// <summary>Takes what is wrong and the driver's exception.</summary>
    public DatabaseUnavailableException(DowelError error, Exception? inner)
        : base([error], inner)
    {
    }
}
