using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>What can be wrong with a record.</summary>
internal static class RecordErrors
{
    /// <summary>The record of a repository says no table; arguments: record.</summary>
    public static readonly DiagnosticDescriptor NoTable = new(
        "DWL3001",
        "A record without a table",
        "{0} says no table. Put [Table(\"…\")] on it.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A record or repository has type parameters; arguments: type.</summary>
    public static readonly DiagnosticDescriptor Generic = new(
        "DWL3003",
        "A generic record or repository",
        "{0} is generic, or stands in a type that is. Rows and repositories are of one type: take the type parameters away.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A repository's type is not a record; arguments: type.</summary>
    public static readonly DiagnosticDescriptor NotARecord = new(
        "DWL3004",
        "A row that is not a record",
        "{0} is not a record. Declare it as 'record' or 'record struct'.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A record is private, of one file, or less accessible than its repository; arguments: record, repository.</summary>
    public static readonly DiagnosticDescriptor Hidden = new(
        "DWL3005",
        "A record that its repository cannot show",
        "{0} is less accessible than {1}, whose methods return it. Make the record as accessible, or the repository less so.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A record has no columns; arguments: record.</summary>
    public static readonly DiagnosticDescriptor NoColumns = new(
        "DWL3006",
        "A record without columns",
        "{0} has no property that can be written when a row is read. Add constructor parameters, or properties with 'init'.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A property's type cannot be stored; arguments: property, type.</summary>
    public static readonly DiagnosticDescriptor UnsupportedType = new(
        "DWL3007",
        "A type that is not stored",
        "{0} is a {1}, which has no place in a database. Use one of the types in the guide, or store it with [Json(typeof(…))].",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A decimal has no precision; arguments: property.</summary>
    public static readonly DiagnosticDescriptor NoPrecision = new(
        "DWL3008",
        "A decimal number without its digits",
        "{0} is a decimal and does not say how many digits it holds. Put [Precision(digits, digitsAfterThePoint)] on it.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A precision is out of bounds; arguments: property, precision.</summary>
    public static readonly DiagnosticDescriptor PrecisionBounds = new(
        "DWL3009",
        "Digits out of bounds",
        "{0} says [Precision({1})]. There can be 1 to 28 digits, and of these 0 to all after the point.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>[Json] names a type that is no serializer context; arguments: property, context.</summary>
    public static readonly DiagnosticDescriptor NoJsonContext = new(
        "DWL3010",
        "JSON without a serializer context",
        "{0} says [Json(typeof({1}))], which is no JsonSerializerContext. Name a partial class that derives from JsonSerializerContext and has [JsonSerializable] for the property's type.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>Two members of an enum have one label; arguments: property, enum, label.</summary>
    public static readonly DiagnosticDescriptor SameLabel = new(
        "DWL3011",
        "A label that two members have",
        "{0} is a {1}, of which two members are written as '{2}'. Give one of them another [Label].",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>An attribute stands on a type that it means nothing for; arguments: property, attribute, type.</summary>
    public static readonly DiagnosticDescriptor Misplaced = new(
        "DWL3012",
        "An attribute that means nothing here",
        "[{1}] means nothing on {0}, which is a {2}. Take it away.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>Nullable annotations are off where a property is declared; arguments: property.</summary>
    public static readonly DiagnosticDescriptor Oblivious = new(
        "DWL3013",
        "Nullability that is not told",
        "{0} is declared where nullable annotations are off, so it does not say whether it may be null. Turn them on with '#nullable enable' or <Nullable>enable</Nullable>.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>Two properties have one column; arguments: property, property, column.</summary>
    public static readonly DiagnosticDescriptor SameColumn = new(
        "DWL3014",
        "Two properties for one column",
        "{0} and {1} are both the column '{2}'. Give one of them another [Column].",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>[Identity] stands on something else than an integer; arguments: property, type.</summary>
    public static readonly DiagnosticDescriptor IdentityType = new(
        "DWL3015",
        "An identity that is not an integer",
        "{0} is a {1}, and the database makes only integers. Make it a long, int or short, or an id over one.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>[Identity] stands on a property that is not the only key; arguments: property.</summary>
    public static readonly DiagnosticDescriptor IdentityKey = new(
        "DWL3016",
        "An identity that is not the key",
        "{0} has [Identity] and is not the whole primary key. An identity is the only [Key] of its record: SQLite makes values for no other column.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>[Version] stands on something that cannot be raised; arguments: property, type.</summary>
    public static readonly DiagnosticDescriptor VersionType = new(
        "DWL3017",
        "A version that cannot be counted",
        "{0} is a {1}. A version is a long, int or short that is never null and not part of the key.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>Two properties have [Version]; arguments: property, property.</summary>
    public static readonly DiagnosticDescriptor SecondVersion = new(
        "DWL3018",
        "Two versions",
        "{0} has [Version], and so has {1}. A row has one version.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A key's property may be null or cannot be compared; arguments: property, type.</summary>
    public static readonly DiagnosticDescriptor KeyType = new(
        "DWL3019",
        "A key that cannot be compared",
        "{0} is a {1} and part of a key. A key holds no JSON, array or fraction, and a primary key no null.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A record cannot be constructed from its columns; arguments: record, why.</summary>
    public static readonly DiagnosticDescriptor Constructor = new(
        "DWL3020",
        "A constructor that cannot be called",
        "{0} cannot be made of a row: {1}. Let it have a constructor whose parameters are named as its properties, or none.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>An identity, version or made key cannot be set with 'with'; arguments: property.</summary>
    public static readonly DiagnosticDescriptor ReadOnly = new(
        "DWL3021",
        "A value that cannot be put into the record",
        "{0} is made by the database or counted by it, and has no 'init'. Declare the property with 'get' and 'init'.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>An attribute on the record names a property that is not there; arguments: record, property, attribute.</summary>
    public static readonly DiagnosticDescriptor UnknownProperty = new(
        "DWL3022",
        "A property that is not there",
        "{0} has no column '{1}', which [{2}] names. Name properties of the record, best with nameof.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A table's or column's name is empty, too long or has U+0000; arguments: name.</summary>
    public static readonly DiagnosticDescriptor BadName = new(
        "DWL3023",
        "A name that no database takes",
        "'{0}' cannot be the name of a table, column or constraint. A name has 1 to 63 bytes and no U+0000.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>[References] names a record without a table or a single key; arguments: property, record.</summary>
    public static readonly DiagnosticDescriptor Reference = new(
        "DWL3035",
        "A reference to what cannot be referred to",
        "{0} refers to {1}, which has no [Table] or no [Key] of one property of the same type. Give it both, or take [References] away.",
        Errors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>All of them.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NoTable, Generic, NotARecord, Hidden, NoColumns, UnsupportedType, NoPrecision, PrecisionBounds,
        NoJsonContext, SameLabel, Misplaced, Oblivious, SameColumn, IdentityType, IdentityKey, VersionType,
        SecondVersion, KeyType, Constructor, ReadOnly, UnknownProperty, BadName, Reference,
    ];
}
