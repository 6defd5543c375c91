namespace Dowel.Generator;

/// <summary>The expressions that read and write a value.</summary>
internal static class ValueCode
{
    /// <summary>Reads a column.</summary>
    /// <param name="type">What it becomes.</param>
    /// <param name="row">The variable that holds the row.</param>
    /// <param name="ordinal">The column.</param>
    /// <param name="members">Takes note of what the expression needs.</param>
    /// <returns>The expression; where null is allowed it must stand where its type is known.</returns>
    public static string Read(TypeModel type, string row, int ordinal, MemberSet members) => type.IsNullable
        ? $"{row}.IsNull({ordinal}) ? {Null(type)} : {ReadNotNull(type, row, ordinal, members)}"
        : ReadNotNull(type, row, ordinal, members);

    /// <summary>Writes a value that is not null.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="value">The expression of the value.</param>
    /// <param name="members">Takes note of what the expression needs.</param>
    /// <returns>The expression, without a semicolon.</returns>
    public static string Write(TypeModel type, string value, MemberSet members) => type switch
    {
        { Form: TypeForm.Id } => Write(type.Inner!, $"{value}.{type.Member}", members),
        { Form: TypeForm.UnixSeconds } => $"parameters.Write({value}.ToUnixTimeSeconds())",
        { Form: TypeForm.Label } => $"parameters.Write({value}, {members.Labels(type)})",
        { Form: TypeForm.Number } => Write(type.Inner!, $"({type.Inner!.Name}){value}", members),
        { Form: TypeForm.Json } => $"parameters.WriteJson({value}, {members.Json(type)})",
        { Form: TypeForm.Array } => WriteList(type.Inner!, value, members),
        { Kind: SqlKind.Numeric } => $"parameters.Write({value}, {type.Precision}, {type.Scale})",
        _ => $"parameters.Write({value})",
    };

    /// <summary>Writes a list of values.</summary>
    /// <param name="element">The values' type; not null.</param>
    /// <param name="value">The expression of the list.</param>
    /// <param name="members">Takes note of what the expression needs.</param>
    /// <returns>The expression, without a semicolon.</returns>
    public static string WriteList(TypeModel element, string value, MemberSet members) =>
        $"parameters.WriteList<{element.Name}, {members.Element(element)}>({value}, {Kind(element)})";

    /// <summary>Writes the statements that write a value or its null.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="type">The value's type.</param>
    /// <param name="value">The expression of the value.</param>
    /// <param name="local">A name that is free for what is not null.</param>
    /// <param name="members">Takes note of what the statements need.</param>
    public static void WriteStatements(CodeWriter code, TypeModel type, string value, string local, MemberSet members)
    {
        if (!type.IsNullable)
        {
            code.Line(Write(type, value, members) + ";");
            return;
        }

        code.Open($"if ({value} is {{ }} {local})");
        code.Line(Write(type, local, members) + ";");
        code.Close();
        code.Open("else");
        code.Line(type.IsArray ? $"parameters.WriteNullList({Kind(type.Inner!)});" : $"parameters.WriteNull({Kind(type)});");
        code.Close();
    }

    /// <summary>The kind of value as code names it.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The member of <c>ValueKind</c>.</returns>
    public static string Kind(TypeModel type) => $"global::Dowel.Data.ValueKind.{type.Kind}";

    /// <summary>The type that a row has a method for and this one travels as.</summary>
    /// <param name="type">The type.</param>
    /// <returns>It, or what it is made of, null or not as it is.</returns>
    public static TypeModel Wire(TypeModel type) => type.Form switch
    {
        TypeForm.Id or TypeForm.Number or TypeForm.Narrow or TypeForm.UnixSeconds => Wire(type.Inner!) with { IsNullable = type.IsNullable },
        _ => type,
    };

    // Where a struct has a conversion from a class (memory has one from arrays), null alone would be taken for that class's null.
    private static string Null(TypeModel type) =>
        type.IsValueType && (type.Form is TypeForm.Id or TypeForm.Json || type.Kind == SqlKind.Bytes) ? $"default({type.Name}?)" : "null";

    private static string ReadNotNull(TypeModel type, string row, int ordinal, MemberSet members) => type.Form switch
    {
        TypeForm.Id => $"new {type.Name}({ReadNotNull(type.Inner!, row, ordinal, members)})",
        TypeForm.Narrow => $"{members.Narrower(type)}({ReadNotNull(type.Inner!, row, ordinal, members)}, {ordinal})",
        TypeForm.UnixSeconds => $"{KnownTypes.Data}UnixTime.Read({row}.GetInt64({ordinal}), {ordinal})",
        TypeForm.Label => $"{row}.GetEnum({ordinal}, {members.Labels(type)})",
        TypeForm.Number => $"({type.Name}){ReadNotNull(type.Inner!, row, ordinal, members)}",
        TypeForm.Json => $"{row}.GetJson({ordinal}, {members.Json(type)})",
        TypeForm.Array => $"{row}.GetArray<{type.Inner!.Name}>({ordinal})",
        _ => ReadPlain(type, row, ordinal),
    };

    private static string ReadPlain(TypeModel type, string row, int ordinal) => type.Kind switch
    {
        SqlKind.Boolean => $"{row}.GetBoolean({ordinal})",
        SqlKind.SmallInt => $"{row}.GetInt16({ordinal})",
        SqlKind.Integer => $"{row}.GetInt32({ordinal})",
        SqlKind.BigInt => $"{row}.GetInt64({ordinal})",
        SqlKind.Real => $"{row}.GetSingle({ordinal})",
        SqlKind.DoublePrecision => $"{row}.GetDouble({ordinal})",
        SqlKind.Numeric => $"{row}.GetDecimal({ordinal}, {type.Precision}, {type.Scale})",
        SqlKind.Text => $"{row}.GetString({ordinal})",
        SqlKind.Uuid => $"{row}.GetGuid({ordinal})",
        SqlKind.Timestamp when type.Name == "global::System.DateTime" => $"{row}.GetDateTime({ordinal})",
        SqlKind.Timestamp => $"{row}.GetDateTimeOffset({ordinal})",
        SqlKind.Date => $"{row}.GetDateOnly({ordinal})",
        SqlKind.Time => $"{row}.GetTimeOnly({ordinal})",
        SqlKind.Interval => $"{row}.GetTimeSpan({ordinal})",
        SqlKind.Bytes when type.Name != "byte[]" => $"new {type.Name}({row}.GetBytes({ordinal}))",
        _ => $"{row}.GetBytes({ordinal})",
    };
}
