using System.Reflection;

namespace Dowel.Generator.Tests;

/// <summary>What travels through the pipeline are values: nothing in it holds on to a compilation.</summary>
public sealed class ModelShapeTests
{
    public static TheoryData<Type> Models => [.. Reachable(typeof(ParsedRepository), [])];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_is_a_value(Type model)
    {
        model.Assembly.GetName().Name!.ShouldNotStartWith("Microsoft.CodeAnalysis");
        typeof(IEquatable<>).MakeGenericType(model).IsAssignableFrom(model).ShouldBeTrue($"{model} does not compare by value.");
        model.IsInterface.ShouldBeFalse();
        (model.IsArray || model == typeof(object)).ShouldBeFalse();
    }

    [Fact]
    public void Models_are_found() => Models.Count.ShouldBeGreaterThan(15);

    private static HashSet<Type> Reachable(Type type, HashSet<Type> found)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum || type.IsPrimitive || type == typeof(string) || !found.Add(type))
        {
            return found;
        }

        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
            {
                Reachable(argument, found);
            }

            return found;
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Reachable(field.FieldType, found);
        }

        return found;
    }
}
