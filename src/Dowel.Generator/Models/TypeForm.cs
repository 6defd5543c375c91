namespace Dowel.Generator;

/// <summary>What lies between a type in C# and the value that an engine reads and writes.</summary>
internal enum TypeForm
{
    /// <summary>Nothing: rows and writers have a method for the type.</summary>
    Plain,

    /// <summary>An integer that travels as a wider one, <see cref="TypeModel.Inner"/>.</summary>
    Narrow,

    /// <summary>A point in time that travels as seconds since 1970.</summary>
    UnixSeconds,

    /// <summary>An enum that travels as text.</summary>
    Label,

    /// <summary>An enum that travels as its number, <see cref="TypeModel.Inner"/>.</summary>
    Number,

    /// <summary>Anything that travels as JSON.</summary>
    Json,

    /// <summary>An array of <see cref="TypeModel.Inner"/>.</summary>
    Array,

    /// <summary>A record struct over one value, <see cref="TypeModel.Inner"/>.</summary>
    Id,
}
