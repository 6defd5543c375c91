namespace Dowel.Generator;

/// <summary>A repository: all that its generated code depends on, and no places.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">The class's name.</param>
/// <param name="Record">Its record.</param>
internal sealed record RepositoryModel(string Namespace, string Name, RecordModel Record)
{
    /// <summary>The class's accessibility in C#; empty where it is not written.</summary>
    public string Accessibility { get; init; } = "public";

    /// <summary>The declarations of the types around it, from the outermost: <c>partial class Outer</c>.</summary>
    public EquatableArray<string> Containers { get; init; }

    /// <summary>Namespace, types around it and name, with dots.</summary>
    public string FullName { get; init; } = "";

    /// <summary>The positions of the columns that an upsert goes by; empty where there is no upsert.</summary>
    public EquatableArray<int> UpsertKey { get; init; }

    /// <summary>The condition under which an upsert changes a row.</summary>
    public string? UpsertWhere { get; init; }

    /// <summary>What lists are ordered by, the key included.</summary>
    public EquatableArray<OrderModel> Order { get; init; }

    /// <summary>The methods by hand.</summary>
    public EquatableArray<MethodModel> Methods { get; init; }
}
