using System.Globalization;

namespace Dowel.Sqlite;

/// <summary>What comes of the instructions that compute one value. Pure.</summary>
internal static class SqliteValues
{
    /// <summary>The register that an instruction computes, and what it can hold then; null where it computes none.</summary>
    public static (int Register, SqliteKinds Kinds)? Of(SqliteInstruction each, SqliteFlowState state, IReadOnlyList<SqliteKinds> parameters) => each.Code switch
    {
        "Int64" or "Count" or "OffsetLimit" or "ReadCookie" => (each.P2, SqliteKinds.Integer),
        "Real" => (each.P2, SqliteKinds.Real),
        "String8" or "String" => (each.P2, SqliteKinds.Text),
        "Blob" => (each.P2, SqliteKinds.Blob),
        "Variable" => (each.P2, each.P1 <= parameters.Count ? parameters[each.P1 - 1] : SqliteKinds.Any),
        "SoftNull" => (each.P1, SqliteKinds.Null),
        "AddImm" or "MemMax" or "MustBeInt" or "DecrJumpZero" or "InitCoroutine" or "Yield" => (each.P1, SqliteKinds.Integer),
        "Cast" => (each.P1, Cast(state[each.P1], (char)each.P2)),
        "RealAffinity" => (each.P1, Convert(state[each.P1], 'E')),
        "Not" or "BitNot" => (each.P2, Strict(SqliteKinds.Integer, state[each.P1])),
        "IsTrue" => (each.P2, SqliteKinds.Integer),
        "ZeroOrNull" => (each.P2, Strict(SqliteKinds.Integer, state[each.P1], state[each.P3])),
        "And" or "Or" or "BitAnd" or "BitOr" or "ShiftLeft" or "ShiftRight" => (each.P3, Strict(SqliteKinds.Integer, state[each.P1], state[each.P2])),
        "Add" or "Subtract" or "Multiply" => (each.P3, Strict(NumberOf(state[each.P1], state[each.P2]), state[each.P1], state[each.P2])),
        "Divide" or "Remainder" => (each.P3, NumberOf(state[each.P1], state[each.P2]) | SqliteKinds.Null),
        "Concat" => (each.P3, Strict(SqliteKinds.Text, state[each.P1], state[each.P2])),
        "Function" or "PureFunc" => (each.P3, SqliteFunctions.Scalar(each.P4, SqliteTransfer.Arguments(each.P2, ArgumentsOf(each.P4), state))),
        "RowSetRead" => (each.P3, SqliteKinds.Integer),
        "Offset" => (each.P3, SqliteKinds.Any),
        "IfNullRow" or "Param" => null,
        _ when SqliteOperations.IsStoredComparison(each) => (each.P2, Strict(SqliteKinds.Integer, state[each.P1], state[each.P3])),
        _ => null,
    };

    /// <summary>What becomes of a value under a column's affinity.</summary>
    public static SqliteKinds Convert(SqliteKinds kinds, char affinity) => affinity switch
    {
        'B' when (kinds & SqliteKinds.Number) != SqliteKinds.None => (kinds & ~SqliteKinds.Number) | SqliteKinds.Text,
        'C' or 'D' when kinds.HasFlag(SqliteKinds.Text) => kinds | SqliteKinds.Number,
        'E' when (kinds & (SqliteKinds.Integer | SqliteKinds.Text)) != SqliteKinds.None => (kinds & ~SqliteKinds.Integer) | SqliteKinds.Real,
        _ => kinds,
    };

    private static SqliteKinds Cast(SqliteKinds kinds, char affinity) => (kinds & SqliteKinds.Null) | (affinity switch
    {
        'B' => SqliteKinds.Text,
        'C' => SqliteKinds.Number,
        'D' => SqliteKinds.Integer,
        'E' => SqliteKinds.Real,
        _ => SqliteKinds.Blob,
    });

    private static SqliteKinds Strict(SqliteKinds kinds, params ReadOnlySpan<SqliteKinds> arguments)
    {
        foreach (var argument in arguments)
        {
            kinds |= argument & SqliteKinds.Null;
        }

        return kinds;
    }

    // A sum that is too large for an integer becomes a real number; that is not what a type is told by.
    private static SqliteKinds NumberOf(SqliteKinds left, SqliteKinds right) =>
        ((left | right) & ~SqliteKinds.Null) is SqliteKinds.Integer or SqliteKinds.None ? SqliteKinds.Integer
        : (left & ~SqliteKinds.Null) == SqliteKinds.Real || (right & ~SqliteKinds.Null) == SqliteKinds.Real ? SqliteKinds.Real
        : SqliteKinds.Number;

    // The engine prints `length(1)`, and `max(-1)` of a function that takes any number.
    private static int ArgumentsOf(string signature)
    {
        var digits = signature[(signature.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')');
        return int.TryParse(digits, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) ? count : -1;
    }
}
