namespace Dowel.Sqlite;

/// <summary>What a program takes its parameters for: what they are compared with, and the columns that they are put into.</summary>
/// <remarks>The engine converts where it can and compares anything with anything, so that a value of the wrong kind is merely never found.</remarks>
/// <param name="parameters">What each parameter of the statement can be.</param>
internal sealed class SqliteUses(IReadOnlyList<SqliteKinds> parameters)
{
    // The bits of a comparison's last operand that say the affinity of what is compared: SQLITE_AFF_MASK.
    private const int AffinityMask = 0x47;

    private readonly SortedDictionary<int, SqliteKinds> _wrong = [];

    /// <summary>The parameters that cannot be what they are taken for, by number from 1, and what that is.</summary>
    public IReadOnlyDictionary<int, SqliteKinds> Wrong => _wrong;

    /// <summary>Looks at an instruction, before its effect.</summary>
    /// <param name="each">The instruction.</param>
    /// <param name="state">What is known before it.</param>
    /// <param name="contentOf">What the columns that a cursor is on can hold; null where that is not known.</param>
    public void Note(SqliteInstruction each, SqliteFlowState state, Func<int, SqliteKinds[]?> contentOf)
    {
        switch (each.Code)
        {
            case "MakeRecord" or "Affinity":
                for (var i = 0; i < each.P2 && i < each.P4.Length; i++)
                {
                    Note(state.Parameter(each.P1 + i), OfAffinity(each.P4[i]));
                }

                break;
            case "SeekGE" or "SeekGT" or "SeekLE" or "SeekLT" or "IdxGE" or "IdxGT" or "IdxLE" or "IdxLT" when int.TryParse(each.P4, out var count) && contentOf(each.P1) is { } content:
                for (var i = 0; i < count && i < content.Length; i++)
                {
                    Note(state.Parameter(each.P3 + i), content[i]);
                }

                break;
            case "SeekRowid" or "NotExists":
                Note(state.Parameter(each.P3), SqliteKinds.Integer);
                break;
            case "MustBeInt":
                Note(state.Parameter(each.P1), SqliteKinds.Integer);
                break;
            case "Eq" or "Ne" or "Lt" or "Le" or "Gt" or "Ge" when (each.P5 & AffinityMask) != 0:
                Note(state.Parameter(each.P1), state[each.P3]);
                Note(state.Parameter(each.P3), state[each.P1]);
                break;
        }
    }

    // A column of a type that SQLite does not know, such as `uuid`, has the affinity NUMERIC and may hold anything.
    private static SqliteKinds OfAffinity(char affinity) => affinity switch
    {
        'B' => SqliteKinds.Text,
        'D' or 'E' => SqliteKinds.Number,
        _ => SqliteKinds.Any,
    };

    private void Note(int parameter, SqliteKinds taken)
    {
        taken &= SqliteKinds.Value;
        var isNumber = (taken & SqliteKinds.Number) != SqliteKinds.None;
        if (parameter > 0 && parameter <= parameters.Count && taken != SqliteKinds.None
            && ((isNumber ? taken | SqliteKinds.Number : taken) & parameters[parameter - 1]) == SqliteKinds.None)
        {
            _wrong.TryAdd(parameter, taken);
        }
    }
}
