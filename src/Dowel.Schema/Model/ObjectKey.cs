namespace Dowel.Schema;

/// <summary>Names an object within a database.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">
/// Its name as the engine keeps it, unquoted; of what stands on a table (a column, constraint, index, trigger, policy, rule) the table's name;
/// of a function its name and the types of its parameters; of a comment or a grant what it is about, as <see cref="ToString"/> gives it.
/// </param>
/// <param name="Part">The own name of what stands on a table; of a grant the role; else null.</param>
/// <param name="Schema">The schema; null for the one that statements mean without naming it, and on engines without.</param>
internal readonly record struct ObjectKey(ObjectKind Kind, string Name, string? Part = null, string? Schema = null)
{
    /// <summary>The names with points between them: <c>sales.orders.total</c>.</summary>
    public string Path => string.Join('.', new[] { Schema, Name, Part }.Where(name => name is not null));

    /// <summary>The table that a part stands on.</summary>
    public ObjectKey Table => new(ObjectKind.Table, Name, Schema: Schema);

    /// <summary>Whether it is a table or what can be read as one.</summary>
    public bool IsRelation => Kind is ObjectKind.Table or ObjectKind.View or ObjectKind.MaterializedView;

    /// <summary>Whether it is a type that a column can have, and no table.</summary>
    public bool IsType => Kind is ObjectKind.Enum or ObjectKind.Domain or ObjectKind.Composite or ObjectKind.Range;

    /// <summary>Whether it stands on a table, view or domain and goes with it.</summary>
    public bool StandsOnAnother => Kind is ObjectKind.Column or ObjectKind.Constraint or ObjectKind.Index or ObjectKind.Setting
        or ObjectKind.Trigger or ObjectKind.Rule or ObjectKind.Policy;

    /// <summary>Of a counter: what says which column owns it.</summary>
    public ObjectKey OwnedBy => new(ObjectKind.Setting, Name, "owned by", Schema);

    /// <summary>A column of this table.</summary>
    public ObjectKey Column(string name) => new(ObjectKind.Column, Name, name, Schema);

    /// <summary>The kind and the names, for people: <c>column users.email</c>.</summary>
    public override string ToString() => $"{(Kind == ObjectKind.MaterializedView ? "materialized view" : Kind.ToString().ToLowerInvariant())} {Path}";
}
