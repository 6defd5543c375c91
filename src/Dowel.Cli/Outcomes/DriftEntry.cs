using System.Text.Json.Serialization;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>An object that is not as the applied scripts make it, in JSON.</summary>
/// <param name="State"><c>extra</c>, <c>missing</c> or <c>changed</c>.</param>
/// <param name="Kind">What the object is.</param>
/// <param name="Name">Its names with points between them.</param>
internal sealed record DriftEntry(string State, string Kind, string Name)
{
    /// <summary>The finding for people.</summary>
    [JsonIgnore]
    public string Text => State switch
    {
        ReplayFinding.Extra => $"{Kind} {Name} is there, and no applied script makes it",
        ReplayFinding.Missing => $"{Kind} {Name} is not there, and the applied scripts make it",
        _ => $"{Kind} {Name} is not as the applied scripts make it",
    };

    /// <summary>Takes a step from what the scripts make to what is there.</summary>
    public static DriftEntry Of(SchemaChange change) => Of(change.Key, change switch
    {
        CreateTable or CreateObject or AddColumn => ReplayFinding.Extra,
        DropObject or DropColumn => ReplayFinding.Missing,
        _ => "changed",
    });

    /// <summary>An object that is otherwise than the scripts make it.</summary>
    public static DriftEntry Changed(ObjectKey key) => Of(key, "changed");

    private static DriftEntry Of(ObjectKey key, string state) => new(state, KindWords.Of(key.Kind), key.Path);
}
