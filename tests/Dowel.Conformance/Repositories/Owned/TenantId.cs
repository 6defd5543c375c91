namespace Dowel.Conformance;

/// <summary>Who owns rows.</summary>
public readonly record struct TenantId(long Value);
