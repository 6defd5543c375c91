using System.Collections.Frozen;

namespace Dowel.Sqlite;

/// <summary>What the instructions of the engine's programs do to control flow, registers and cursors.</summary>
/// <remarks>sqlite.org, "The SQLite Bytecode Engine", of versions 3.35 to 3.50. An instruction that is not here is not understood, and nothing is concluded from its program.</remarks>
internal static class SqliteOperations
{
    private static readonly FrozenSet<string> Branches = FrozenSet.Create(
        StringComparer.Ordinal,
        "Rewind", "Last", "Sort", "SorterSort", "Next", "Prev", "SorterNext", "SeekLT", "SeekLE", "SeekGE", "SeekGT", "SeekRowid", "NotExists", "Found",
        "NotFound", "NoConflict", "IfNoHope", "SeekScan", "IfSmaller", "IfSizeBetween", "IfEmpty", "IdxLE", "IdxGT", "IdxLT", "IdxGE", "Once", "IfNotZero",
        "DecrJumpZero", "Filter", "VFilter", "VNext", "VInitIn", "RowSetRead", "RowSetTest", "SorterCompare", "IfNullRow", "FkIfZero", "MustBeInt", "NotNull",
        "IsNull", "Eq", "Ne", "Lt", "Le", "Gt", "Ge", "If", "IfNot", "IfPos", "ElseEq", "ElseNotEq", "IsType", "SequenceTest", "Program");

    // These neither write a register that a result can come from nor jump.
    private static readonly FrozenSet<string> Silent = FrozenSet.Create(
        StringComparer.Ordinal,
        "Transaction", "Explain", "Noop", "Close", "OpenRead", "OpenWrite", "ReopenIdx", "OpenEphemeral", "OpenAutoindex", "OpenDup", "OpenPseudo", "SorterOpen",
        "VOpen", "Insert", "IdxInsert", "SorterInsert", "Delete", "IdxDelete", "HaltIfNull", "TypeCheck", "Affinity", "CollSeq", "Compare", "Permutation",
        "FilterAdd", "DeferredSeek", "FinishSeek", "FkCounter", "FkCheck", "ResetCount", "ResetSorter", "RowSetAdd", "SeekHit", "CursorHint", "CursorLock",
        "CursorUnlock", "ColumnsUsed", "TableLock", "Expire", "Trace", "ReleaseReg", "NullRow", "ResultRow", "VUpdate", "VInitIn", "Savepoint", "AutoCommit",
        "ClrSubtype", "SetSubtype", "GetSubtype", "Clear", "SqlExec", "VBegin", "EndCoroutine", "Goto", "Init", "Return", "Jump", "Halt");

    private static readonly FrozenSet<string> ToP2 = FrozenSet.Create(
        StringComparer.Ordinal,
        "Integer", "Int64", "Real", "String8", "String", "Blob", "Variable", "Rowid", "NewRowid", "Count", "Sequence", "IdxRowid", "RowData", "RowKey",
        "SorterData", "Not", "BitNot", "IsTrue", "ZeroOrNull", "SCopy", "IntCopy", "OffsetLimit", "BeginSubrtn", "ReadCookie", "Param");

    private static readonly FrozenSet<string> ToP3 = FrozenSet.Create(
        StringComparer.Ordinal,
        "Column", "VColumn", "And", "Or", "Add", "Subtract", "Multiply", "Divide", "Remainder", "Concat", "BitAnd", "BitOr", "ShiftLeft", "ShiftRight",
        "MakeRecord", "Function", "PureFunc", "AggStep", "AggStep1", "AggInverse", "RowSetRead", "IfNullRow", "Offset");

    private static readonly FrozenSet<string> ToP1 = FrozenSet.Create(
        StringComparer.Ordinal, "Gosub", "InitCoroutine", "Yield", "SoftNull", "Cast", "RealAffinity", "MustBeInt", "AddImm", "DecrJumpZero", "MemMax", "IfNotZero");

    /// <summary>Whether the instruction may jump to its second operand, and may go on.</summary>
    public static bool Branch(SqliteInstruction each) => Branches.Contains(each.Code) && !(each.Code is "MustBeInt" or "IsType" && each.P2 == 0);

    /// <summary>Whether what the instruction does is known.</summary>
    public static bool IsKnown(SqliteInstruction each) =>
        Branches.Contains(each.Code) || Silent.Contains(each.Code) || ToP2.Contains(each.Code) || ToP3.Contains(each.Code) || ToP1.Contains(each.Code)
        || each.Code is "Null" or "Copy" or "Move" or "AggFinal" or "AggValue";

    /// <summary>Whether the first operand is a cursor that the instruction opens.</summary>
    public static bool OpensCursor(SqliteInstruction each) =>
        each.Code is "SorterOpen" or "VOpen" or "ReopenIdx" || each.Code.StartsWith("Open", StringComparison.Ordinal);

    /// <summary>Whether the instruction brings a cursor to another row.</summary>
    public static bool MovesCursor(SqliteInstruction each) => OpensCursor(each) || each.Code is
        "Rewind" or "Last" or "Sort" or "SorterSort" or "Next" or "Prev" or "SorterNext" or "SeekLT" or "SeekLE" or "SeekGE" or "SeekGT" or "SeekRowid"
        or "NotExists" or "Found" or "NotFound" or "NoConflict" or "VFilter" or "VNext" or "SorterData" or "Delete" or "Insert";

    /// <summary>The registers that the instruction writes.</summary>
    public static IEnumerable<(int First, int Count)> Writes(SqliteInstruction each)
    {
        if (ToP1.Contains(each.Code) || (each.Code == "IfPos" && each.P3 != 0))
        {
            yield return (each.P1, 1);
        }

        if (ToP2.Contains(each.Code) || IsStoredComparison(each))
        {
            yield return (each.P2, 1);
        }

        if (ToP3.Contains(each.Code))
        {
            yield return (each.P3, 1);
        }

        switch (each.Code)
        {
            case "Null":
                yield return (each.P2, Math.Max(1, each.P3 - each.P2 + 1));
                break;
            case "Copy":
                yield return (each.P2, each.P3 + 1);
                break;
            case "Move":
                yield return (each.P2, each.P3);
                yield return (each.P1, each.P3);
                break;
            case "OffsetLimit":
                yield return (each.P3, 1);
                break;
            case "AggFinal":
                yield return (each.P1, 1);
                break;
            case "AggValue":
                yield return (each.P3, 1);
                break;
        }
    }

    /// <summary>Whether the instruction compares.</summary>
    public static bool IsComparison(SqliteInstruction each) => each.Code is "Eq" or "Ne" or "Lt" or "Le" or "Gt" or "Ge";

    /// <summary>Whether the instruction is a comparison that stores what comes of it instead of jumping, as versions before 3.36 have it.</summary>
    public static bool IsStoredComparison(SqliteInstruction each) => IsComparison(each) && (each.P5 & 0x20) != 0;
}
