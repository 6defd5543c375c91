using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Says why a value's type has no place in a database.</summary>
internal static class TypeErrors
{
    /// <summary>Tells the problem.</summary>
    /// <param name="diagnostics">Where to.</param>
    /// <param name="result">What became of the type.</param>
    /// <param name="place">Where the value is declared.</param>
    /// <param name="value">What the message calls the value, and its type.</param>
    public static void Report(DiagnosticList diagnostics, TypeResult result, Location place, (string Name, ITypeSymbol Type) value)
    {
        var type = value.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        var (error, arguments) = result.Problem switch
        {
            TypeProblem.NoPrecision => (RecordErrors.NoPrecision, (string[])[value.Name]),
            TypeProblem.PrecisionBounds => (RecordErrors.PrecisionBounds, [value.Name, result.Detail]),
            TypeProblem.NoJsonContext => (RecordErrors.NoJsonContext, [value.Name, result.Detail]),
            TypeProblem.NotSerializable => (RecordErrors.NotSerializable, [value.Name, result.Detail, type.TrimEnd('?')]),
            TypeProblem.BrokenJson => (RecordErrors.BrokenJson, [value.Name]),
            TypeProblem.SameLabel => (RecordErrors.SameLabel, [value.Name, type, result.Detail]),
            TypeProblem.Misplaced => (RecordErrors.Misplaced, [value.Name, result.Detail, type]),
            TypeProblem.Oblivious => (RecordErrors.Oblivious, [value.Name]),
            _ => (RecordErrors.UnsupportedType, [value.Name, type]),
        };
        diagnostics.Add(error, place, arguments);
    }
}
