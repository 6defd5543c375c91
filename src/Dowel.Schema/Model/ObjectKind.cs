namespace Dowel.Schema;

/// <summary>What an object of a database is.</summary>
internal enum ObjectKind
{
    /// <summary>A namespace for others.</summary>
    Schema,

    /// <summary>A bundle that the server can install.</summary>
    Extension,

    /// <summary>A type whose values are labels.</summary>
    Enum,

    /// <summary>A type with a rule.</summary>
    Domain,

    /// <summary>A type of several fields.</summary>
    Composite,

    /// <summary>A type of the values between two others.</summary>
    Range,

    /// <summary>A counter.</summary>
    Sequence,

    /// <summary>A function, by its name and the types of its parameters.</summary>
    Function,

    /// <summary>A procedure, by its name and the types of its parameters.</summary>
    Procedure,

    /// <summary>An aggregate function.</summary>
    Aggregate,

    /// <summary>A table: ordinary, partitioned, foreign or virtual.</summary>
    Table,

    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>A key or a rule of a table, or a rule of a domain.</summary>
    Constraint,

    /// <summary>An index that belongs to no constraint.</summary>
    Index,

    /// <summary>What a table has by a statement of its own: row security, replica identity, storage parameters.</summary>
    Setting,

    /// <summary>A view.</summary>
    View,

    /// <summary>A view that keeps its rows.</summary>
    MaterializedView,

    /// <summary>A trigger on a table or view.</summary>
    Trigger,

    /// <summary>A rewrite rule on a table or view.</summary>
    Rule,

    /// <summary>What the engine is to learn of several columns together.</summary>
    Statistics,

    /// <summary>A policy of row security.</summary>
    Policy,

    /// <summary>A remark on another object.</summary>
    Comment,

    /// <summary>What one role may do with another object.</summary>
    Grant,
}
