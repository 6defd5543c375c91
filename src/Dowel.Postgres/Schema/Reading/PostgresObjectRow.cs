namespace Dowel.Postgres;

/// <summary>An object with its statements, as queries give it: its columns in the order of these properties.</summary>
/// <param name="row">The row of the result.</param>
internal sealed class PostgresObjectRow(string?[] row)
{
    /// <summary>Its catalog and number, <c>1259.16384</c>; null where it is no object to the server.</summary>
    public string? Id => row[0];

    /// <summary>Another number that means it; null where there is none.</summary>
    public string? Alias => row[1];

    /// <summary>The kind's name in the model.</summary>
    public string Kind => row[2]!;

    /// <summary>The schema; null for the default one.</summary>
    public string? Space => row[3];

    /// <summary>The first name of its key.</summary>
    public string Name => row[4]!;

    /// <summary>The second name of its key; null where it has none.</summary>
    public string? Part => row[5];

    /// <summary>What it is called in <c>drop</c> and <c>comment on</c>; null where neither is said of it.</summary>
    public string? Target => row[6];

    /// <summary>The statement that makes it.</summary>
    public string Create => row[7]!;

    /// <summary>The statement that takes it away; null for <c>drop</c> and the target.</summary>
    public string? Drop => row[8];

    /// <summary>The statement that replaces another one; null where there is none.</summary>
    public string? Replace => row[9];

    /// <summary>The second such statement; null where one is enough.</summary>
    public string? More => row[10];

    /// <summary>What must be equal for that.</summary>
    public string Shape => row[11]!;

    /// <summary>The numbers of what it is about, with blanks between them.</summary>
    public string About => row[12]!;
}
