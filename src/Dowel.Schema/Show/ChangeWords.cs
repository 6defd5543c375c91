namespace Dowel.Schema;

/// <summary>Steps of a plan in words. Pure.</summary>
internal static class ChangeWords
{
    /// <summary>What a step is: <c>create</c>, <c>drop</c>, <c>add</c>, <c>alter</c>, <c>rename</c>, <c>replace</c>.</summary>
    public static string VerbOf(SchemaChange change) => change switch
    {
        CreateTable or CreateObject => "create",
        DropObject or DropColumn => "drop",
        AddColumn => "add",
        RenameObject => "rename",
        ReplaceObject => "replace",
        _ => "alter",
    };

    /// <summary>A step for people: <c>add column users.email</c>, <c>rename table user to users</c>, <c>enable row security on users</c>.</summary>
    public static string Of(SchemaChange change) => Said(change) + change switch
    {
        RenameObject rename => $" to {rename.To.Path}",
        DropObject { IsMadeAgain: true } => " to make it again",
        _ => "",
    };

    // What has no name of its own is told by what it does to another.
    private static string Said(SchemaChange change)
    {
        var (verb, key) = (VerbOf(change), change.Key);
        return (key.Kind, verb) switch
        {
            (ObjectKind.Setting, "create" or "drop" or "replace") => Setting(verb, key),
            (ObjectKind.Comment, "create" or "replace") => $"comment on {key.Path}",
            (ObjectKind.Comment, "drop") => $"remove the comment on {key.Path}",
            (ObjectKind.Grant, "create" or "drop") => Grant(verb == "create", key),
            _ => $"{verb} {key}",
        };
    }

    private static string Setting(string verb, ObjectKey key) => (key.Part, verb) switch
    {
        ("row security", "drop") => $"disable row security on {key.Table.Path}",
        ("row security", _) => $"enable row security on {key.Table.Path}",
        (SettingNames.ForcedRowSecurity, "drop") => $"free the owner of {key.Table.Path} from its row security",
        (SettingNames.ForcedRowSecurity, _) => $"bind the owner of {key.Table.Path} by its row security too",
        ("owned by", "drop") => $"untie sequence {key.Table.Path} from its column",
        ("owned by", _) => $"tie sequence {key.Table.Path} to its column",
        (_, "drop") => $"reset {key.Part} of {key.Table.Path}",
        _ => $"set {key.Part} of {key.Table.Path}",
    };

    // What everybody may do unless somebody says otherwise is listed by what was taken away.
    private static string Grant(bool isMade, ObjectKey key)
    {
        const string taken = "revoked from ";
        var rights = key.Name.StartsWith("default privileges", StringComparison.Ordinal) ? key.Name : $"rights on {key.Name}";
        var (isTaken, role) = key.Part?.StartsWith(taken, StringComparison.Ordinal) == true ? (true, key.Part[taken.Length..]) : (false, key.Part);
        return isMade == isTaken ? $"revoke {rights} from {role}" : $"grant {rights} to {role}";
    }
}
