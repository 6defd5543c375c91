using System.Text.Json.Serialization;

namespace Dowel.Contracts;

/// <summary>An index, key or rule of a record's table that the record does not say, and could.</summary>
/// <param name="Kind">What it is, for people: <c>index</c>, <c>foreign key</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Table">Its table.</param>
/// <param name="Word">What drops it: <c>drop-index:users.users_name_idx</c>.</param>
internal sealed record UnsaidPart(string Kind, string Name, string Table, string Word)
{
    /// <summary>The kind of a check.</summary>
    public const string Check = "check";

    /// <summary>Whether it is a check, of which tables have many.</summary>
    [JsonIgnore]
    public bool IsCheck => Kind == Check;
}
