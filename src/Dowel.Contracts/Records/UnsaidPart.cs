using System.Text.Json.Serialization;

namespace Dowel.Contracts;

/// <summary>An index, key, rule, default or row security of a record's table that the record does not say, and could.</summary>
/// <param name="Kind">What it is, for people: <c>index</c>, <c>foreign key</c>, <c>default</c>, <c>row security</c>.</param>
/// <param name="Name">Its name; of a default the column's, of row security the policy's.</param>
/// <param name="Table">Its table.</param>
/// <param name="Word">What drops it: <c>drop-index:users.users_name_idx</c>.</param>
internal sealed record UnsaidPart(string Kind, string Name, string Table, string Word)
{
    /// <summary>The kind of a check.</summary>
    public const string Check = "check";

    /// <summary>The kind of a column's default.</summary>
    public const string Default = "default";

    /// <summary>The kind of a wall between owners.</summary>
    public const string RowSecurity = "row security";

    /// <summary>What it is and where, for people: <c>index users_name_idx on users</c>, <c>default of users.name</c>.</summary>
    [JsonIgnore]
    public string Place => Kind switch
    {
        Default => $"{Kind} of {Table}.{Name}",
        RowSecurity => $"{Kind} of {Table}",
        _ => $"{Kind} {Name} on {Table}",
    };

    /// <summary>Whether it is a check, of which tables have many.</summary>
    [JsonIgnore]
    public bool IsCheck => Kind == Check;
}
