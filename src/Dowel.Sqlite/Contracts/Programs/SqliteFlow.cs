namespace Dowel.Sqlite;

/// <summary>Follows all ways through a program and says what each column of its result can hold.</summary>
/// <remarks>
/// An abstract interpretation: what is told is an upper bound, sure but not always sharp. States that differ in the values
/// that steer the program (the match flag of a left join, the first-group flag of an aggregation, return addresses) are
/// followed apart, which is what makes it sharp.
/// </remarks>
internal sealed class SqliteFlow
{
    // Beyond these, states are joined whatever steers them.
    private const int StatesMax = 4_000;

    // What a program's own tables hold grows from round to round; the lattice is low.
    private const int RoundsMax = 20;

    private readonly SqliteProgram _program;
    private readonly SqliteTransfer _transfer;
    private readonly Dictionary<(int Address, string Key), SqliteFlowState> _states = [];
    private readonly Queue<(int Address, string Key)> _work = new();
    private SqliteKinds[]? _results;

    private SqliteFlow(SqliteProgram program, SqliteTransfer transfer) => (_program, _transfer) = (program, transfer);

    /// <summary>Follows a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="storage">The database.</param>
    /// <param name="parameters">What each parameter can be.</param>
    /// <returns>Null where the program has an instruction that is not understood.</returns>
    public static SqliteFacts? Follow(SqliteProgram program, SqliteStorage storage, IReadOnlyList<SqliteKinds> parameters)
    {
        if (!program.Instructions.All(SqliteOperations.IsKnown))
        {
            return null;
        }

        var flow = new SqliteFlow(program, new(storage.ForProgram(), parameters));
        for (var round = 0; round < RoundsMax; round++)
        {
            flow.Run();
            if (!flow._transfer.HasGrown)
            {
                return new(flow._results, flow._transfer.Uses.Wrong);
            }
        }

        return null;
    }

    private void Run()
    {
        _transfer.HasGrown = false;
        _results = null;
        _states.Clear();
        Reach(0, new(_program));
        while (_work.TryDequeue(out var place))
        {
            var state = _states[place].Clone();
            var each = _program.Instructions[place.Address];
            _transfer.Apply(each, state);
            if (each.Code == "ResultRow")
            {
                SqliteFlowState.JoinRecord(ref _results, [.. Enumerable.Range(each.P1, each.P2).Select(register => state[register])]);
            }

            foreach (var (target, next) in new SqliteSteps(_program, place.Address, state).Find())
            {
                Reach(target, next);
            }
        }
    }

    private void Reach(int address, SqliteFlowState state)
    {
        if (address < 0 || address >= _program.Instructions.Count)
        {
            return;
        }

        var place = (address, _states.Count > StatesMax ? "" : state.Key);
        if (!_states.TryGetValue(place, out var known))
        {
            _states[place] = state.Clone();
            _work.Enqueue(place);
        }
        else if (known.Join(state))
        {
            _work.Enqueue(place);
        }
    }
}
