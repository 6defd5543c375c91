namespace Dowel.Hosting;

/// <summary>What a service does about its schema when it starts.</summary>
public enum MigrationMode
{
    /// <summary>Applies what is pending before it takes traffic; of several replicas one does, and the others wait for it.</summary>
    Apply,

    /// <summary>Writes nothing, and refuses to start on a database that is behind.</summary>
    Verify,

    /// <summary>Starts whatever the schema is; readiness tells whether it is current.</summary>
    Off,
}
