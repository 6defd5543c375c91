namespace Dowel.Sqlite;

/// <summary>What is known before an instruction, over all ways that lead to it: an upper bound of what each register can hold.</summary>
/// <param name="program">The program.</param>
internal sealed class SqliteFlowState(SqliteProgram program)
{
    /// <summary>The value of a steering register that nothing was put into.</summary>
    public const int Unset = int.MinValue;

    /// <summary>The value of a steering register that was made null.</summary>
    public const int NullFlag = int.MinValue + 1;

    private const int NoColumn = -1;
    private const int CursorStride = 1 << 12;

    private readonly SqliteKinds[] _registers = new SqliteKinds[program.Registers + 1];
    private readonly int[] _columns = Filled(program.Registers + 1, NoColumn);
    private readonly int[] _parameters = new int[program.Registers + 1];
    private readonly SqliteKinds[]?[] _records = new SqliteKinds[program.Registers + 1][];
    private readonly SqliteKinds[] _rows = new SqliteKinds[program.Cursors + 1];
    private readonly int[] _flags = Filled(program.Flags.Count, Unset);
    private HashSet<int> _filled = [];
    private HashSet<int> _ranges = [];

    /// <summary>Which values steer: states that differ in them are kept apart.</summary>
    public string Key => string.Join(',', _flags);

    /// <summary>What a register can hold; a register that no instruction writes holds null.</summary>
    public SqliteKinds this[int register] => register < _registers.Length ? _registers[register] : SqliteKinds.Null;

    /// <summary>The record in a register: what each of its columns can hold.</summary>
    public SqliteKinds[] Record(int register) => _records[register] ?? [];

    /// <summary>The value of a steering register; null for a register of values.</summary>
    public int? Flag(int register) => Index(register) is >= 0 and var index ? _flags[index] : null;

    /// <summary>Steers.</summary>
    public void SetFlag(int register, int value)
    {
        if (Index(register) is >= 0 and var index)
        {
            _flags[index] = value;
        }
    }

    /// <summary>Puts a value into a register.</summary>
    public void Set(int register, SqliteKinds kinds)
    {
        _registers[register] = kinds;
        _columns[register] = NoColumn;
        _parameters[register] = 0;
    }

    /// <summary>The number of the parameter that a register holds as it was sent; 0 for none.</summary>
    public int Parameter(int register) => register >= 0 && register < _parameters.Length ? _parameters[register] : 0;

    /// <summary>Puts a parameter into a register, or what a column's affinity has made of it.</summary>
    public void SetParameter(int register, int parameter, SqliteKinds kinds)
    {
        Set(register, kinds);
        _parameters[register] = parameter;
    }

    /// <summary>Puts a row's column into a register.</summary>
    public void SetColumn(int register, int cursor, int column, SqliteKinds kinds)
    {
        var id = (cursor * CursorStride) + column;
        var isFilled = _filled.Contains(id) || (column == 0 && _ranges.Contains(cursor));
        Set(register, isFilled ? kinds & ~SqliteKinds.Null : kinds);
        _columns[register] = id;
    }

    /// <summary>Puts a record into a register.</summary>
    public void SetRecord(int register, SqliteKinds[] record)
    {
        Set(register, SqliteKinds.Blob);
        _records[register] = record;
    }

    /// <summary>Copies a register with all that is known of it.</summary>
    public void Copy(int from, int to)
    {
        (_registers[to], _columns[to]) = (this[from], from < _columns.Length ? _columns[from] : NoColumn);
        _parameters[to] = Parameter(from);
        _records[to] = from < _records.Length ? _records[from] : null;
    }

    /// <summary>Whether a cursor can be on a row (<see cref="SqliteKinds.Value"/>) or on the row of nulls that stands for a missing one.</summary>
    public SqliteKinds Row(int cursor) => _rows[cursor];

    /// <summary>Brings a cursor to another row, or to the row of nulls; what was known of its columns is known no longer.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="row">What it is on then.</param>
    /// <param name="isOnward">Whether it goes on in the direction in which it was sent.</param>
    public void Move(int cursor, SqliteKinds row, bool isOnward = false)
    {
        _rows[cursor] = row;
        if (!isOnward && _ranges.Contains(cursor))
        {
            _ranges = [.. _ranges.Where(other => other != cursor)];
        }

        if (_filled.Any(id => id / CursorStride == cursor))
        {
            _filled = [.. _filled.Where(id => id / CursorStride != cursor)];
        }

        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i] = _columns[i] >= 0 && _columns[i] / CursorStride == cursor ? NoColumn : _columns[i];
        }
    }

    /// <summary>Learns that a cursor is in the part of an index behind the nulls, and stays there while it goes on.</summary>
    public void Restrict(int cursor) => _ranges = [.. _ranges, cursor];

    /// <summary>Learns that a register does not hold null, nor does the column that it was read from.</summary>
    public void Fill(int register)
    {
        if (register >= _registers.Length)
        {
            return;
        }

        _registers[register] &= ~SqliteKinds.Null;
        if (_columns[register] >= 0)
        {
            _filled = [.. _filled, _columns[register]];
        }
    }

    /// <summary>A copy to go on with.</summary>
    public SqliteFlowState Clone()
    {
        var copy = new SqliteFlowState(program) { _filled = _filled, _ranges = _ranges };
        _registers.CopyTo(copy._registers, 0);
        _columns.CopyTo(copy._columns, 0);
        _parameters.CopyTo(copy._parameters, 0);
        _records.CopyTo(copy._records, 0);
        _rows.CopyTo(copy._rows, 0);
        _flags.CopyTo(copy._flags, 0);
        return copy;
    }

    /// <summary>Widens this state by what is known on another way to the same place.</summary>
    /// <returns>Whether anything became less sure.</returns>
    public bool Join(SqliteFlowState other)
    {
        var isWider = false;
        for (var i = 0; i < _registers.Length; i++)
        {
            isWider |= Widen(ref _registers[i], other._registers[i]);
            if (_columns[i] != other._columns[i] && _columns[i] != NoColumn)
            {
                (_columns[i], isWider) = (NoColumn, true);
            }

            if (_parameters[i] != other._parameters[i] && _parameters[i] != 0)
            {
                (_parameters[i], isWider) = (0, true);
            }

            if (other._records[i] is { } record && !ReferenceEquals(record, _records[i]))
            {
                isWider |= JoinRecord(ref _records[i], record);
            }
        }

        for (var i = 0; i < _rows.Length; i++)
        {
            isWider |= Widen(ref _rows[i], other._rows[i]);
        }

        if (_filled.Count > 0 && !_filled.IsSubsetOf(other._filled))
        {
            (_filled, isWider) = ([.. _filled.Intersect(other._filled)], true);
        }

        if (_ranges.Count > 0 && !_ranges.IsSubsetOf(other._ranges))
        {
            (_ranges, isWider) = ([.. _ranges.Intersect(other._ranges)], true);
        }

        return isWider;
    }

    /// <summary>Widens a record by another; those that both hold stay as they are, since records are shared.</summary>
    public static bool JoinRecord(ref SqliteKinds[]? record, SqliteKinds[] other)
    {
        var joined = new SqliteKinds[Math.Max(record?.Length ?? 0, other.Length)];
        record?.CopyTo(joined, 0);
        var isWider = record is null;
        for (var i = 0; i < other.Length; i++)
        {
            isWider |= Widen(ref joined[i], other[i]);
        }

        record = isWider ? joined : record;
        return isWider;
    }

    private static bool Widen(ref SqliteKinds kinds, SqliteKinds other)
    {
        var before = kinds;
        kinds |= other;
        return kinds != before;
    }

    private int Index(int register)
    {
        for (var i = 0; i < program.Flags.Count; i++)
        {
            if (program.Flags[i] == register)
            {
                return i;
            }
        }

        return -1;
    }

    private static int[] Filled(int count, int value)
    {
        var array = new int[count];
        Array.Fill(array, value);
        return array;
    }
}
