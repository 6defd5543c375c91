using Dowel.Contracts;

namespace Dowel.Sqlite;

/// <summary>Which values go into a column of a declared type and come out as they were. Pure.</summary>
/// <remarks>Affinity: sqlite.org, "Datatypes In SQLite", 3. The spellings are those of <c>Dowel.Data.ValueKind</c>.</remarks>
internal static class SqliteTypes
{
    // More digits than these are text (Dowel.Data.PrecisionAttribute).
    private const int IntegerDigitsMax = 18;

    /// <summary>What values of a declared type are, if it is kept to.</summary>
    public static SqliteKinds KindsOf(string declared) => AffinityOf(declared) switch
    {
        'D' => SqliteKinds.Integer,
        'E' => SqliteKinds.Real,
        'B' => SqliteKinds.Text,
        // NUMERIC is also what a type has that the engine does not know: `bytea`, `uuid`.
        'C' => SqliteKinds.Value,
        _ => SqliteKinds.Value,
    };

    /// <summary>What a value of the contract is sent as.</summary>
    public static SqliteKinds KindsOf(ContractType type) => type switch
    {
        { IsArray: true } => SqliteKinds.Text,
        { Word: ContractWord.Boolean or ContractWord.SmallInt or ContractWord.Integer or ContractWord.BigInt or ContractWord.Interval } => SqliteKinds.Integer,
        { Word: ContractWord.Numeric, Precision: <= IntegerDigitsMax } => SqliteKinds.Integer,
        { Word: ContractWord.Real or ContractWord.Double } => SqliteKinds.Real,
        { Word: ContractWord.Bytes } => SqliteKinds.Blob,
        _ => SqliteKinds.Text,
    };

    /// <summary>Whether a column of a declared type keeps the values of a type, and says no other type by its name.</summary>
    public static bool Fits(ContractType type, string declared)
    {
        var name = declared.Split('(')[0].Trim().ToUpperInvariant();
        if (!type.IsArray && MeaningOf(name) is { Count: > 0 } meaning)
        {
            return meaning.Contains(type.Word);
        }

        return (KindsOf(type), AffinityOf(declared)) switch
        {
            (_, 'A') => true,
            (SqliteKinds.Integer, 'D' or 'C') => true,
            (SqliteKinds.Real, 'E') => true,
            (SqliteKinds.Text, 'B') => true,
            _ => false,
        };
    }

    /// <summary>The letter of a declared type's affinity, as the engine's programs spell it.</summary>
    public static char AffinityOf(string declared)
    {
        var name = declared.ToUpperInvariant();
        return name switch
        {
            "" or "ANY" => 'A',
            _ when name.Contains("INT", StringComparison.Ordinal) => 'D',
            _ when Has("CHAR") || Has("CLOB") || Has("TEXT") => 'B',
            _ when Has("BLOB") => 'A',
            _ when Has("REAL") || Has("FLOA") || Has("DOUB") => 'E',
            _ => 'C',
        };

        bool Has(string part) => name.Contains(part, StringComparison.Ordinal);
    }

    // Names that mean one kind of value to a reader. `json` has the affinity NUMERIC: a document `12` would become a number.
    private static IReadOnlyList<ContractWord> MeaningOf(string name) => name switch
    {
        "BIGINT" or "INT8" => [ContractWord.BigInt, ContractWord.Interval, ContractWord.Numeric],
        "SMALLINT" or "INT2" => [ContractWord.SmallInt, ContractWord.Boolean],
        "BOOLEAN" or "BOOL" => [ContractWord.Boolean],
        "DATE" => [ContractWord.Date],
        "TIME" => [ContractWord.Time],
        "DATETIME" or "TIMESTAMP" or "TIMESTAMPTZ" => [ContractWord.Timestamp],
        "UUID" or "GUID" => [ContractWord.Uuid],
        "BLOB" or "BYTEA" => [ContractWord.Bytes],
        _ => [],
    };
}
