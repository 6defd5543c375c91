using System.Reflection;
using System.Runtime.CompilerServices;

namespace Dowel.Tidy;

/// <summary>The types and members of an assembly that others can use, one line for each, in a fixed order.</summary>
/// <remarks>What the compiler adds to records by itself is left out.</remarks>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The lines of an assembly.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Select(line => "  " + line).Prepend(ApiNames.Declare(type))),
    ];

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}");
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [Method(type.GetMethod("Invoke")!)];
        }

        return
        [
            .. type.GetFields(Declared).Where(field => IsSeen(field.IsPublic, field.IsFamily, field.IsFamilyOrAssembly)).Select(Field),
            .. type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsSeen) && !IsOfRecord(property)).Select(Property),
            .. type.GetEvents(Declared).Where(seen => IsSeen(seen.AddMethod!)).Select(seen => $"event {ApiNames.Of(seen.EventHandlerType!)} {seen.Name}"),
            .. type.GetConstructors(Declared).Where(IsSeen).Select(constructor => $"new({Parameters(constructor)})"),
            .. type.GetMethods(Declared).Where(method => IsSeen(method) && !IsMadeByCompiler(method)).Select(Method),
        ];
    }

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {ApiNames.Of(field.FieldType)} {field.Name} = {Literal(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{ApiNames.Of(field.FieldType, new NullabilityInfoContext().Create(field))} {field.Name}";

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(IsSeen).Select(accessor =>
            accessor == property.GetMethod ? "get;" : IsInit(accessor) ? "init;" : "set;");
        var index = property.GetIndexParameters() is [_, ..] parameters ? $"[{Parameters(parameters)}]" : "";
        return $"{Modifiers(property.GetAccessors(true).First(IsSeen))}{(IsRequired(property) ? "required " : "")}"
            + $"{ApiNames.Of(property.PropertyType, new NullabilityInfoContext().Create(property))} {property.Name}{index} {{ {string.Join(' ', accessors)} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(type => type.Name))}>" : "";
        var result = ApiNames.Of(method.ReturnType, new NullabilityInfoContext().Create(method.ReturnParameter));
        return $"{Modifiers(method)}{result} {method.Name}{generics}({Parameters(method)})";
    }

    private static string Modifiers(MethodInfo method) => string.Concat(
        method.IsPublic ? "" : "protected ",
        method.IsStatic ? "static " : "",
        method switch
        {
            { DeclaringType.IsInterface: true } => "",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } => method.GetBaseDefinition() == method ? "virtual " : "override ",
            _ => "",
        });

    private static string Parameters(MethodBase method) => Parameters(method.GetParameters());

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter =>
        $"{(parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")}"
        + $"{ApiNames.Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter))} {parameter.Name}{Default(parameter)}"));

    private static string Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : "";

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        _ => $"{value}",
    };

    private static bool IsSeen(MethodBase method) => IsSeen(method.IsPublic, method.IsFamily, method.IsFamilyOrAssembly);

    private static bool IsSeen(bool isPublic, bool isFamily, bool isFamilyOrAssembly) => isPublic || isFamily || isFamilyOrAssembly;

    private static bool IsOfRecord(PropertyInfo property) => property.Name == "EqualityContract";

    private static bool IsMadeByCompiler(MethodInfo method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute))
        || method.Name.StartsWith('<')
        || (method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));
}
