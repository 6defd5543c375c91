using System.Globalization;
using System.Text.RegularExpressions;
using Dowel.Contracts;

namespace Dowel.Postgres;

/// <summary>Which of the server's types belong to which of the contract's. Pure.</summary>
internal static partial class PostgresTypes
{
    /// <summary>The type that a value of the contract is sent as.</summary>
    public static string NameOf(ContractType type) => BaseOf(type.Word) + (type.IsArray ? "[]" : "");

    /// <summary>Whether every value of a property goes into a column and comes back as it was.</summary>
    /// <param name="type">The property's type.</param>
    /// <param name="name">The column's, as the server prints it: <c>numeric(9,2)</c>.</param>
    public static bool FitsColumn(ContractType type, string name)
    {
        var match = Pattern().Match(name);
        var isNumeric = type.Word == ContractWord.Numeric && match.Groups["precision"].Success && type.Precision > 0;
        return Belongs(type, match) && (!isNumeric || (Number(match, "scale") == type.Scale && Number(match, "precision") >= type.Precision));
    }

    /// <summary>Whether a result of a type can be read: a narrower number into a wider one too.</summary>
    public static bool FitsResult(ContractType type, string name)
    {
        var match = Pattern().Match(name);
        return Belongs(type, match) || (!type.IsArray && (type.Word, match.Groups["name"].Value) is
            (ContractWord.Integer or ContractWord.BigInt, "smallint") or (ContractWord.BigInt, "integer") or (ContractWord.Double, "real"));
    }

    /// <summary>Whether the server takes a value for what it is where it would have another type; whole numbers are the same in every width.</summary>
    public static bool FitsParameter(ContractType type, string name)
    {
        var match = Pattern().Match(name);
        var bare = match.Groups["name"].Value;
        return Belongs(type, match) || type.IsArray == match.Groups["array"].Success && type.Word switch
        {
            ContractWord.SmallInt or ContractWord.Integer or ContractWord.BigInt =>
                bare is "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision",
            ContractWord.Numeric => bare is "real" or "double precision",
            ContractWord.Real or ContractWord.Double => bare is "real" or "double precision",
            ContractWord.Json => bare is "text",
            _ => false,
        };
    }

    private static bool Belongs(ContractType type, Match match)
    {
        var name = match.Groups["name"].Value;
        return type.IsArray == match.Groups["array"].Success && (name == BaseOf(type.Word) || type.Word switch
        {
            ContractWord.Text => name is "character varying" or "character" or "name" or "citext",
            ContractWord.Json => name is "json",
            _ => false,
        });
    }

    private static string BaseOf(ContractWord word) => word switch
    {
        ContractWord.Double => "double precision",
        ContractWord.Bytes => "bytea",
        ContractWord.Timestamp => "timestamp with time zone",
        ContractWord.Time => "time without time zone",
        ContractWord.Json => "jsonb",
        _ => word.ToString().ToLowerInvariant(),
    };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // `timestamp(6) with time zone` has its digits in the middle.
    [GeneratedRegex(@"^(?<name>[^(\[]+?)(\((?<precision>[0-9]+)(,(?<scale>-?[0-9]+))?\))?(?<array>\[\])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
