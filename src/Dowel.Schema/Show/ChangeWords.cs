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

    /// <summary>A step for people: <c>add column users.email</c>, <c>rename table user to users</c>.</summary>
    public static string Of(SchemaChange change) => $"{VerbOf(change)} {change.Key}" + change switch
    {
        RenameObject rename => $" to {rename.To.Path}",
        DropObject { IsMadeAgain: true } => " to make it again",
        _ => "",
    };
}
