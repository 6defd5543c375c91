namespace Dowel.Generator;

/// <summary>The order of a list, and the condition for what follows a row in it.</summary>
/// <param name="record">The record of the table.</param>
/// <param name="order">The order; total.</param>
/// <param name="isPostgres">Whether the words are PostgreSQL's; else they are SQLite's.</param>
/// <param name="parameter">How the n-th value of the row is written, from 0; null where they are the statement's first parameters.</param>
/// <remarks>Nulls are greater than all else, and text is ordered by code point, on both engines.</remarks>
internal sealed class KeysetSql(RecordModel record, IReadOnlyList<OrderModel> order, bool isPostgres, Func<int, string>? parameter = null)
{
    /// <summary>What follows <c>order by</c>.</summary>
    public string OrderBy => string.Join(", ", order.Select(each => Name(each) + (each.IsFalling ? " desc" : "") + Nulls(each)));

    /// <summary>The condition; its parameters are the row's values of the order's columns.</summary>
    public string After
    {
        get
        {
            if (order.Any(each => IsNullable(each) || each.IsFalling != order[0].IsFalling))
            {
                // A bound that an index can be searched by: alternatives alone make the engines read from the start.
                var bound = IsNullable(order[0]) ? "" : $"{Name(order[0])} {Sign(order[0])}= {Parameter(0)} and ";
                return order.Count == 1 ? Alternatives(0) : $"{bound}({Alternatives(0)})";
            }

            return order.Count == 1
                ? $"{Name(order[0])} {Sign(order[0])} {Parameter(0)}"
                : $"({string.Join(", ", order.Select(Name))}) {Sign(order[0])} ({string.Join(", ", order.Select((_, index) => Parameter(index)))})";
        }
    }

    private string Alternatives(int index)
    {
        var each = order[index];
        var (name, value) = (Name(each), Parameter(index));
        var after = $"{name} {Sign(each)} {value}";
        var equal = $"{name} = {value}";
        if (IsNullable(each))
        {
            after += each.IsFalling ? $" or ({name} is not null and {value} is null)" : $" or ({name} is null and {value} is not null)";
            equal = isPostgres ? $"{name} is not distinct from {value}" : $"{name} is {value}";
        }

        return index == order.Count - 1 ? after : $"{after} or ({equal} and ({Alternatives(index + 1)}))";
    }

    private string Parameter(int index) => parameter?.Invoke(index) ?? (isPostgres ? "$" : "?") + (index + 1);

    private string Name(OrderModel each)
    {
        var column = record.Columns[each.Column];
        return SqlIdentifier.Quote(column.Name) + (isPostgres && column.Type.Kind == SqlKind.Text ? " collate \"C\"" : "");
    }

    private bool IsNullable(OrderModel each) => record.Columns[each.Column].Type.IsNullable;

    private string Nulls(OrderModel each) => !IsNullable(each) ? "" : each.IsFalling ? " nulls first" : " nulls last";

    private static string Sign(OrderModel each) => each.IsFalling ? "<" : ">";
}
