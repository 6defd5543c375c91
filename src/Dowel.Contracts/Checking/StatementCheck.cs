using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Compares what a contract says of a statement with what an engine says. Pure.</summary>
/// <param name="statement">The statement.</param>
/// <param name="described">What the engine says.</param>
/// <param name="errors">Makes the findings.</param>
internal sealed class StatementCheck(ContractStatement statement, StatementDescription described, StatementErrors errors)
{
    /// <summary>All differences.</summary>
    /// <param name="model">The database, whose names may have been meant.</param>
    public IEnumerable<DowelError> Find(DatabaseModel model)
    {
        if (described.Refusal is { } refusal)
        {
            return [errors.Refused(refusal, model)];
        }

        return described.IsOpaque ? [] : [.. FindInParameters(), .. FindInResults()];
    }

    private IEnumerable<DowelError> FindInParameters()
    {
        var (expected, actual) = (statement.Parameters, described.Parameters);
        if (actual.Count > expected.Count)
        {
            yield return errors.MoreParameters(actual.Count, expected.Count);
        }

        for (var i = 0; i < expected.Count; i++)
        {
            if (i >= actual.Count || !actual[i].IsUsed)
            {
                yield return errors.UnusedParameter(expected[i], i + 1);
            }
            else if (!actual[i].Fits)
            {
                yield return errors.WrongParameter(expected[i], i + 1, actual[i].Type!);
            }
        }
    }

    private IEnumerable<DowelError> FindInResults()
    {
        // A method may run `select pg_notify(…)` for what it does and read nothing of what it gives.
        if (statement.Results is null)
        {
            return [];
        }

        var (expected, actual) = (statement.Results, described.Results);
        if (expected.Count != actual.Count)
        {
            return [actual.Count == 0 ? errors.NoRows() : errors.WrongResultCount(expected, actual)];
        }

        var unknown = statement.NeverNull.Where(name => !actual.Any(result => result.Name == name)).Select(name => errors.UnknownNeverNull(name, actual));
        return [.. unknown, .. expected.Zip(actual).SelectMany(pair => Compare(pair.First, pair.Second))];
    }

    private IEnumerable<DowelError> Compare(ContractResult expected, ResultDescription actual)
    {
        if (expected.Name.Length > 0 && expected.Name != actual.Name)
        {
            // A column of another name is another column; its type says nothing.
            yield return errors.WrongName(expected, actual);
            yield break;
        }

        if (!actual.Fits)
        {
            yield return errors.WrongResult(expected, actual);
        }

        if (!expected.IsNullable && actual.MayBeNull == true && !statement.NeverNull.Contains(actual.Name))
        {
            yield return errors.MayBeNull(expected, actual);
        }
    }
}
