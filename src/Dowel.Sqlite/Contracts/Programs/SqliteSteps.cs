namespace Dowel.Sqlite;

/// <summary>Where a program goes after an instruction, and what is known on each way.</summary>
/// <param name="program">The program.</param>
/// <param name="address">The instruction's address.</param>
/// <param name="state">What is known behind it.</param>
internal sealed class SqliteSteps(SqliteProgram program, int address, SqliteFlowState state)
{
    private const int JumpIfNull = 0x10;
    private const int NullIsEqual = 0x80;

    private readonly SqliteInstruction _each = program.Instructions[address];

    /// <summary>All ways that the program can go.</summary>
    public IEnumerable<(int Address, SqliteFlowState State)> Find() => _each.Code switch
    {
        "Halt" => [],
        "Goto" or "Init" => [(_each.P2, state)],
        "Gosub" => [(_each.P2, Called())],
        "Return" => Returned(),
        "Jump" => [(_each.P1, state), (_each.P2, state), (_each.P3, state)],
        "InitCoroutine" => [(_each.P2 > 0 ? _each.P2 : address + 1, state)],
        "Yield" => Yielded(),
        "EndCoroutine" => [.. OfCaller().Select(caller => (program.Instructions[caller].P2, state))],
        "IsNull" => Tested(_each.P1, isJumpFilled: false),
        "NotNull" => Tested(_each.P1, isJumpFilled: true),
        "If" or "IfNot" or "IfPos" => Steered(),
        "IfNullRow" => OnNullRow(),
        "SeekGE" or "SeekGT" or "IdxLE" or "IdxLT" => Restricted(),
        _ when SqliteOperations.IsComparison(_each) && !SqliteOperations.IsStoredComparison(_each) => Compared(),
        _ when SqliteOperations.Branch(_each) => [(_each.P2, state), (address + 1, state)],
        _ => [(address + 1, state)],
    };

    private SqliteFlowState Called()
    {
        state.SetFlag(_each.P1, address);
        return state;
    }

    // A routine that was not called is passed through.
    private IEnumerable<(int Address, SqliteFlowState State)> Returned() => state.Flag(_each.P1) switch
    {
        SqliteFlowState.NullFlag or SqliteFlowState.Unset => [(address + 1, state)],
        { } caller => [(caller + 1, state)],
        null => [.. program.With("Gosub", _each.P1).Select(caller => (caller + 1, state)), (address + 1, state)],
    };

    // A coroutine's body stands between its start and where its initialisation goes on.
    private IEnumerable<(int Address, SqliteFlowState State)> Yielded()
    {
        foreach (var start in program.With("InitCoroutine", _each.P1).Select(at => program.Instructions[at]))
        {
            var isInBody = address >= start.P3 && address < start.P2;
            foreach (var other in program.With("Yield", _each.P1).Where(at => (at >= start.P3 && at < start.P2) != isInBody))
            {
                yield return (other + 1, state);
            }

            if (!isInBody)
            {
                yield return (start.P3, state);
            }
        }
    }

    private IEnumerable<int> OfCaller() => program.With("InitCoroutine", _each.P1).Select(at => program.Instructions[at])
        .SelectMany(start => program.With("Yield", _each.P1).Where(at => at < start.P3 || at >= start.P2));

    private IEnumerable<(int Address, SqliteFlowState State)> Tested(int register, bool isJumpFilled)
    {
        var (jump, next) = isJumpFilled ? (Filled(register), Empty(register)) : (Empty(register), Filled(register));
        if (jump is not null)
        {
            yield return (_each.P2, jump);
        }

        if (next is not null)
        {
            yield return (address + 1, next);
        }
    }

    // Null sorts before everything: what stands behind it, or at or behind a value, is none. In a falling index it sorts last.
    private IEnumerable<(int Address, SqliteFlowState State)> Restricted()
    {
        var jump = state.Clone();
        var isBehind = _each.Code is "SeekGE" or "IdxLT" ? !state[_each.P3].HasFlag(SqliteKinds.Null)
            : (state[_each.P3] & SqliteKinds.Null) == SqliteKinds.None || _each.P4 == "1";
        if (isBehind && program.RisesFirst(_each.P1))
        {
            state.Restrict(_each.P1);
        }

        return [(_each.P2, jump), (address + 1, state)];
    }

    private IEnumerable<(int Address, SqliteFlowState State)> Steered()
    {
        // Whether `min` or `max` passed this row over; the first row is never passed over, so the columns beside it are filled.
        if (program.IsOfExtreme(_each.P1))
        {
            return [(address + 1, state)];
        }

        if (state.Flag(_each.P1) is { } flag && flag != SqliteFlowState.Unset)
        {
            var isTaken = flag == SqliteFlowState.NullFlag ? _each.P3 != 0 && _each.Code != "IfPos"
                : _each.Code switch { "If" => flag != 0, "IfNot" => flag == 0, _ => flag > 0 };
            return [(isTaken ? _each.P2 : address + 1, state)];
        }

        // The third operand says where null goes; a counter is never null.
        var (jump, next) = (state.Clone(), state);
        if (_each.Code != "IfPos")
        {
            (_each.P3 == 0 ? jump : next).Fill(_each.P1);
        }

        return [(_each.P2, jump), (address + 1, next)];
    }

    private IEnumerable<(int Address, SqliteFlowState State)> OnNullRow()
    {
        var row = state.Row(_each.P1);
        if (row.HasFlag(SqliteKinds.Null))
        {
            var missing = state.Clone();
            missing.Move(_each.P1, SqliteKinds.Null);
            missing.Set(_each.P3, SqliteKinds.Null);
            yield return (_each.P2, missing);
        }

        if (row != SqliteKinds.Null)
        {
            state.Move(_each.P1, SqliteKinds.Value);
            yield return (address + 1, state);
        }
    }

    // Null is neither equal nor unequal: only one of the ways is open to it.
    private IEnumerable<(int Address, SqliteFlowState State)> Compared()
    {
        var (jump, next) = (state.Clone(), state);
        if ((_each.P5 & NullIsEqual) == 0)
        {
            var filled = (_each.P5 & JumpIfNull) == 0 ? jump : next;
            filled.Fill(_each.P1);
            filled.Fill(_each.P3);
        }

        return [(_each.P2, jump), (address + 1, next)];
    }

    private SqliteFlowState? Filled(int register)
    {
        if (state[register] == SqliteKinds.Null)
        {
            return null;
        }

        var filled = state.Clone();
        filled.Fill(register);
        return filled;
    }

    private SqliteFlowState? Empty(int register)
    {
        if (!state[register].HasFlag(SqliteKinds.Null))
        {
            return null;
        }

        var empty = state.Clone();
        empty.Set(register, SqliteKinds.Null);
        return empty;
    }
}
