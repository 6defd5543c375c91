using System.Reflection;
using System.Runtime.CompilerServices;

namespace Dowel.Tidy;

/// <summary>Types as C# spells them.</summary>
internal static class ApiNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>The line that declares a type.</summary>
    public static string Declare(Type type)
    {
        var parents = Parents(type).ToList();
        var name = $"{type.Namespace}.{Of(type)}";
        return $"{Kind(type)} {name}{(parents.Count == 0 ? "" : " : " + string.Join(", ", parents))}";
    }

    /// <summary>A type where it is used, with a question mark where null is allowed.</summary>
    public static string Of(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability?.ElementType ?? nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner) + "?";
        }

        var mark = !type.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? "?" : "";
        return Bare(type, nullability) + mark;
    }

    private static string Bare(Type type, NullabilityInfo? nullability)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!, nullability?.ElementType) + "[]";
        }

        var own = type.IsNested && !type.IsGenericParameter ? $"{Bare(type.DeclaringType!, null)}.{type.Name}" : type.Name;
        if (!type.IsGenericType || own.IndexOf('`', StringComparison.Ordinal) is not (>= 0 and var tick))
        {
            return own;
        }

        var arguments = type.GetGenericArguments().Select((argument, i) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i)));
        return $"{own[..tick]}<{string.Join(", ", arguments)}>";
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (IsRecord(type) ? "record struct" : "struct"),
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (IsRecord(type) ? "record" : "class"),
    };

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private static IEnumerable<string> Parents(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
        {
            return [];
        }

        var parent = type.BaseType is { } baseType && baseType != typeof(object) && baseType != typeof(ValueType) ? [Of(baseType)] : Array.Empty<string>();
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var interfaces = type.GetInterfaces()
            .Except(inherited)
            .Where(found => !(found.IsGenericType && found.GetGenericTypeDefinition() == typeof(IEquatable<>)))
            .Select(found => Of(found))
            .Order(StringComparer.Ordinal);
        return parent.Concat(interfaces);
    }
}
