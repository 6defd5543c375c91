namespace Dowel.Defects;

/// <summary>What a build has reported, and where.</summary>
public sealed record Finding(string Code, string? File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}({Line},{Column}): {Code} {Message}";
}
