using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>What can be wrong with a repository.</summary>
internal static class RepositoryErrors
{
    /// <summary>A repository, or a type around it, is not partial; arguments: type.</summary>
    public static readonly DiagnosticDescriptor NotPartial = new(
        "DWL3002",
        "A repository that is not partial",
        "{0} is not partial, so nothing can be added to it. Write 'partial class {0}'.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>Upsert names properties that are no unique key; arguments: repository, properties, record.</summary>
    public static readonly DiagnosticDescriptor UpsertProperty = new(
        "DWL3030",
        "An upsert by what is not unique",
        "{0} upserts by ({1}), which is neither the primary key nor a [Unique] key of {2}. Name the properties of one of those.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>OrderBy names a property that is not there or has no order; arguments: repository, property, record.</summary>
    public static readonly DiagnosticDescriptor OrderProperty = new(
        "DWL3031",
        "An order that cannot be had",
        "{0} orders lists by '{1}', which {2} does not have as a column that can be ordered. Name other properties, with '-' before those that fall.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>An upsert goes by a nullable column or an identity; arguments: repository, property.</summary>
    public static readonly DiagnosticDescriptor UpsertKey = new(
        "DWL3032",
        "An upsert by a value that may not be there",
        "{0} upserts by '{1}', which may be null or is made by the database. An upsert goes by values that every record has.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>UpsertWhere is set and there is no upsert, or nothing that it changes; arguments: repository.</summary>
    public static readonly DiagnosticDescriptor UpsertWhere = new(
        "DWL3033",
        "A condition without an upsert",
        "{0} has a condition for an upsert and no key that an upsert could go by. Set Upsert to the properties of a [Unique] key.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A key is needed; arguments: record, what needs it, another way out.</summary>
    public static readonly DiagnosticDescriptor NoKey = new(
        "DWL3034",
        "A record without a key",
        "{0} has no [Key], which {1} needs. Put [Key] on the properties of its primary key{2}.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A repository is static, abstract or a record; arguments: repository.</summary>
    public static readonly DiagnosticDescriptor NotAClass = new(
        "DWL3036",
        "A repository that nothing can be an instance of",
        "{0} is static, abstract, a record or of one file. A repository is a plain partial class, best sealed.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>All of them.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NotPartial, UpsertProperty, OrderProperty, UpsertKey, UpsertWhere, NoKey, NotAClass,
    ];
}
