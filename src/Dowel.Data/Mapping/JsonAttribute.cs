namespace Dowel.Data;

/// <summary>A property is stored as JSON: <c>jsonb</c> on PostgreSQL, text on SQLite.</summary>
/// <param name="context">The <c>JsonSerializerContext</c> that knows the property's type.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class JsonAttribute(Type context) : Attribute
{
    /// <summary>The serializer context.</summary>
    public Type Context { get; } = context;
}
