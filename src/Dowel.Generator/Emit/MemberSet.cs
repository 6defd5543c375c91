namespace Dowel.Generator;

/// <summary>The private members of a repository that several of its methods need: labels, JSON types, elements of lists, narrower integers.</summary>
/// <param name="names">The names in the repository.</param>
internal sealed class MemberSet(NameScope names)
{
    private readonly Dictionary<string, (string Name, string Code)> _members = [];

    /// <summary>The field with an enum's labels.</summary>
    /// <param name="type">The enum.</param>
    /// <returns>The field's name.</returns>
    public string Labels(TypeModel type) => Add($"labels {type.Name}", Short(type) + "Labels", name =>
    {
        var code = new CodeWriter();
        code.Line($"private static readonly global::Dowel.Data.EnumLabels<{type.Name}> {name} = new(");
        code.Line(string.Join(",\n", type.Labels.Select(label => $"    ({type.Name}.{label.Member}, {Names.Literal(label.Text)})")) + ");");
        return code.ToString();
    });

    /// <summary>The field with a type's way into JSON.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The field's name.</returns>
    public string Json(TypeModel type) => Add($"json {type.Name} {type.JsonContext}", Short(type) + "Json", name =>
    {
        var info = $"global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type.Name}>";
        var missing = Names.Literal($"{type.JsonContext!.Replace("global::", "")} has no [JsonSerializable(typeof({type.Name.Replace("global::", "")}))].");
        return $"""
            private static readonly {info} {name} =
                ({info}?){type.JsonContext}.Default.GetTypeInfo(typeof({type.Name}))
                ?? throw new global::System.InvalidOperationException({missing});

            """;
    });

    /// <summary>The struct that writes a value of a list.</summary>
    /// <param name="type">The value's type; not null.</param>
    /// <returns>The struct's name.</returns>
    public string Element(TypeModel type) => Add($"element {type.Name} {type.Form} {type.Precision} {type.Scale}", Short(type) + "Element", name => $$"""
        private readonly struct {{name}} : global::Dowel.Data.IElement<{{type.Name}}>
        {
            public static void Write<TWriter>({{type.Name}} value, ref TWriter parameters)
                where TWriter : struct, global::Dowel.Data.IParameterWriter => {{ValueCode.Write(type, "value", this)}};
        }

        """);

    /// <summary>The method that makes a narrow integer of a wider one.</summary>
    /// <param name="type">The narrow type.</param>
    /// <returns>The method's name.</returns>
    public string Narrower(TypeModel type) => Add($"narrow {type.Name}", "To" + Short(type), name => $"""
        private static {type.Name} {name}({type.Inner!.Name} value, int ordinal) => value is >= {type.Name}.MinValue and <= {type.Name}.MaxValue
            ? ({type.Name})value
            : throw new global::Dowel.Data.UnexpectedValueException(ordinal, "a number that {type.Name} holds", "a greater or smaller one");

        """);

    /// <summary>The method that refuses a row which says another owner.</summary>
    /// <param name="type">The owner's type.</param>
    /// <returns>The method's name.</returns>
    public string OwnerCheck(TypeModel type) => Add("owner", "CheckOwner", name => $$"""
        private static void {{name}}({{type.Name}} owner, {{type.Name}} said)
        {
            var comparer = global::System.Collections.Generic.EqualityComparer<{{type.Name}}>.Default;
            if (!comparer.Equals(said, owner) && !comparer.Equals(said, default))
            {
                throw new global::System.ArgumentException("The row says another owner than the one that it is written for.", nameof(owner));
            }
        }

        """);

    /// <summary>Adds a member, once for each key.</summary>
    /// <param name="key">What tells it from others.</param>
    /// <param name="name">The name that would be best.</param>
    /// <param name="write">Makes its code, ending in a line feed, of the name that it gets.</param>
    /// <returns>Its name.</returns>
    public string Add(string key, string name, Func<string, string> write)
    {
        if (!_members.TryGetValue(key, out var member))
        {
            member.Name = names.Take(name);
            _members[key] = member;
            _members[key] = member with { Code = write(member.Name) };
        }

        return member.Name;
    }

    /// <summary>Writes the members.</summary>
    /// <param name="code">Where to.</param>
    public void Write(CodeWriter code)
    {
        foreach (var member in _members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            code.Line();
            code.Line(member.Value.Code.TrimEnd('\n'));
        }
    }

    // The last part of a name that C# would take: of "global::A.B<byte>" "BByte", of "long" "Long".
    private static string Short(TypeModel type)
    {
        var parts = type.Name.Split(['<', '>', '[', ']', ',', ' ', '?'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Substring(part.LastIndexOfAny(['.', ':']) + 1).TrimStart('@'));
        return string.Concat(parts.Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));
    }
}
