namespace Dowel.Generator;

/// <summary>A value that a command writes.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Expression">Where it is.</param>
/// <param name="Local">A name for it where it is not null; each name is used once in a command.</param>
internal sealed record BoundValue(TypeModel Type, string Expression, string Local)
{
    /// <summary>Code that writes it in another way; null for the usual one.</summary>
    public string? Code { get; init; }
}
