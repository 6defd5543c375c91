namespace Dowel.Sqlite;

/// <summary>What one instruction does to what is known.</summary>
/// <param name="storage">What the columns of each b-tree can hold, by its root page.</param>
/// <param name="parameters">What each parameter of the statement can be.</param>
internal sealed class SqliteTransfer(SqliteStorage storage, IReadOnlyList<SqliteKinds> parameters)
{
    private readonly Dictionary<int, SqliteKinds[]?> _contents = [];
    private readonly Dictionary<int, int> _duplicates = [];
    private readonly Dictionary<int, int> _pseudo = [];

    /// <summary>Whether a table that the program makes for itself has been found to hold more than was thought.</summary>
    public bool HasGrown { get; set; }

    /// <summary>What is done with parameters.</summary>
    public SqliteUses Uses { get; } = new(parameters);

    /// <summary>Takes an instruction's effect into the state behind it.</summary>
    public void Apply(SqliteInstruction each, SqliteFlowState state)
    {
        Uses.Note(each, state, ContentOf);
        if (SqliteOperations.MovesCursor(each) && each.Code is not ("SorterData" or "Insert" or "Delete"))
        {
            state.Move(each.P1, SqliteKinds.Value, isOnward: each.Code is "Next" or "Prev");
        }

        switch (each.Code)
        {
            case "Integer" or "Gosub" or "BeginSubrtn":
                Steer(each, state);
                break;
            case "Column" or "VColumn" or "Rowid" or "IdxRowid" or "Sequence" or "NewRowid" or "Count":
                Read(each, state);
                break;
            case "MakeRecord" or "Insert" or "IdxInsert" or "SorterInsert" or "SorterData" or "RowData" or "RowKey":
                Keep(each, state);
                break;
            case "OpenRead" or "OpenWrite" or "ReopenIdx" or "OpenDup" or "OpenPseudo" or "DeferredSeek" or "NullRow":
                Open(each, state);
                break;
            case "AggStep" or "AggStep1" or "AggInverse" or "AggFinal" or "AggValue":
                Aggregate(each, state);
                break;
            case "Copy" or "SCopy" or "IntCopy" or "Move":
                Copy(each, state);
                break;
            default:
                Compute(each, state);
                break;
        }
    }

    // Where a call returns to is known to who follows the calls.
    private static void Steer(SqliteInstruction each, SqliteFlowState state)
    {
        switch (each.Code)
        {
            case "Integer":
                state.Set(each.P2, SqliteKinds.Integer);
                state.SetFlag(each.P2, each.P1);
                break;
            case "BeginSubrtn":
                state.Set(each.P2, SqliteKinds.Null);
                state.SetFlag(each.P2, SqliteFlowState.NullFlag);
                break;
            default:
                state.Set(each.P1, SqliteKinds.Integer);
                break;
        }
    }

    private void Read(SqliteInstruction each, SqliteFlowState state)
    {
        var target = each.Code is "Column" or "VColumn" ? each.P3 : each.P2;
        var kinds = each.Code switch
        {
            "Column" => ColumnOf(each.P1, each.P2, state),
            "VColumn" => SqliteKinds.Any,
            _ => SqliteKinds.Integer,
        };
        if (each.Code is "Sequence" or "NewRowid" or "Count")
        {
            state.Set(target, kinds);
            return;
        }

        var row = state.Row(each.P1);
        var read = (row.HasFlag(SqliteKinds.Value) || row == SqliteKinds.None ? kinds : SqliteKinds.None) | (row & SqliteKinds.Null);
        state.SetColumn(target, each.P1, each.Code == "Column" || each.Code == "VColumn" ? each.P2 : SqliteStorage.RowNumber, read);
    }

    private SqliteKinds ColumnOf(int cursor, int column, SqliteFlowState state)
    {
        var content = _pseudo.TryGetValue(cursor, out var register) ? state.Record(register) : ContentOf(cursor);

        // Rows that were written before a column was added are shorter, and have its default; a made table has what was put in.
        return content is null ? SqliteKinds.Any : column < content.Length ? content[column] : SqliteKinds.None;
    }

    private SqliteKinds[]? ContentOf(int cursor) =>
        _contents.TryGetValue(_duplicates.GetValueOrDefault(cursor, cursor), out var content) ? content : [];

    private void Keep(SqliteInstruction each, SqliteFlowState state)
    {
        switch (each.Code)
        {
            case "MakeRecord":
                state.SetRecord(each.P3, [.. Enumerable.Range(each.P1, each.P2).Select(register => state[register])]);
                break;
            case "SorterData" or "RowData" or "RowKey":
                state.SetRecord(each.P2, ContentOf(each.P1) ?? []);
                break;
            default:
                var cursor = _duplicates.GetValueOrDefault(each.P1, each.P1);
                if (storage.IsOf(cursor))
                {
                    break;
                }

                var content = _contents.GetValueOrDefault(cursor);
                HasGrown |= SqliteFlowState.JoinRecord(ref content, state.Record(each.P2));
                _contents[cursor] = content;
                break;
        }
    }

    private void Open(SqliteInstruction each, SqliteFlowState state)
    {
        switch (each.Code)
        {
            case "OpenDup":
                _duplicates[each.P1] = _duplicates.GetValueOrDefault(each.P2, each.P2);
                break;
            case "OpenPseudo":
                _pseudo[each.P1] = each.P2;
                break;
            case "DeferredSeek":
                state.Move(each.P3, SqliteKinds.Value);
                break;
            case "NullRow":
                // On a row that lies in a register it only says that there is another one now.
                state.Move(each.P1, _pseudo.ContainsKey(each.P1) ? SqliteKinds.Value : SqliteKinds.Null);
                break;
            default:
                _contents[each.P1] = storage.Open(each.P1, each.P2, each.P3);
                break;
        }
    }

    private static void Aggregate(SqliteInstruction each, SqliteFlowState state)
    {
        switch (each.Code)
        {
            case "AggFinal":
                state.Set(each.P1, SqliteFunctions.Finish(each.P4, state[each.P1]));
                break;
            case "AggValue":
                state.Set(each.P3, SqliteFunctions.Finish(each.P4, state[each.P1]));
                break;
            case "AggInverse":
                // A frame that rows leave can become empty.
                state.Set(each.P3, state[each.P3] | SqliteKinds.Null);
                break;
            default:
                state.Set(each.P3, SqliteFunctions.Step(each.P4, state[each.P3], Arguments(each.P2, each.P5, state)));
                break;
        }
    }

    private static void Copy(SqliteInstruction each, SqliteFlowState state)
    {
        var count = each.Code switch { "Copy" => each.P3 + 1, "Move" => each.P3, _ => 1 };
        for (var i = 0; i < count; i++)
        {
            state.Copy(each.P1 + i, each.P2 + i);
            if (each.Code == "Move" && each.P1 + i > each.P2 + count - 1)
            {
                state.Set(each.P1 + i, SqliteKinds.Null);
            }
        }
    }

    private void Compute(SqliteInstruction each, SqliteFlowState state)
    {
        if (each.Code == "Null")
        {
            for (var register = each.P2; register <= Math.Max(each.P2, each.P3); register++)
            {
                state.Set(register, SqliteKinds.Null);
            }
        }
        else if (each.Code == "HaltIfNull")
        {
            state.Fill(each.P3);
        }
        else if (each.Code == "Affinity")
        {
            for (var i = 0; i < each.P2 && i < each.P4.Length; i++)
            {
                state.SetParameter(each.P1 + i, state.Parameter(each.P1 + i), SqliteValues.Convert(state[each.P1 + i], each.P4[i]));
            }
        }
        else if (SqliteValues.Of(each, state, parameters) is var (register, kinds))
        {
            state.SetParameter(register, each.Code == "Variable" ? each.P1 : 0, kinds);
        }
    }

    /// <summary>What the registers of a call can hold.</summary>
    /// <param name="first">The first register; 0 for a call without arguments.</param>
    /// <param name="count">How many there are; negative where that is not told.</param>
    /// <param name="state">What is known.</param>
    internal static IReadOnlyList<SqliteKinds> Arguments(int first, int count, SqliteFlowState state) =>
        first == 0 ? [] : count < 0 ? [SqliteKinds.Any] : [.. Enumerable.Range(first, count).Select(register => state[register])];
}
