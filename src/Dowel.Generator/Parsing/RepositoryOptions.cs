using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>What a repository's attribute says: the key of upserts, their condition, the order of lists.</summary>
/// <param name="type">The repository.</param>
/// <param name="attribute">The attribute.</param>
/// <param name="record">The record.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class RepositoryOptions(INamedTypeSymbol type, AttributeData attribute, RecordModel record, DiagnosticList diagnostics)
{
    private readonly Location? _place = KeyParser.PlaceOf(attribute);

    /// <summary>Adds to a model what the attribute says.</summary>
    /// <param name="repository">The model.</param>
    /// <returns>The model with it.</returns>
    public RepositoryModel Apply(RepositoryModel repository)
    {
        var upsert = UpsertKey();
        var where = Argument("UpsertWhere").Value as string;
        if (where is not null && !(upsert.Count > 0 && CanChange(upsert)))
        {
            diagnostics.Add(RepositoryErrors.UpsertWhere, _place, type.Name);
        }

        if (where?.IndexOf(OwnerSql.Mark) >= 0)
        {
            diagnostics.Add(OwnershipErrors.Mark, _place);
        }
        else if (where is not null && record.Owner is not null && FragmentCheck.Find(where) is { } fault)
        {
            diagnostics.Add(OwnershipErrors.Condition, _place, type.Name, fault.Subject);
        }

        if (record.Version is not null && record.Key.Count == 0)
        {
            diagnostics.Add(RepositoryErrors.NoKey, _place, record.ShortName, "[Version]", "");
        }

        return repository with { UpsertKey = upsert.ToEquatableArray(), UpsertWhere = where, Order = Order().ToEquatableArray() };
    }

    private bool CanChange(List<int> upsert) =>
        record.Version is not null || record.Updated.Any(column => !upsert.Contains(IndexOf(column.Property)));

    private List<int> UpsertKey()
    {
        var names = Strings("Upsert");
        if (names.Length == 0)
        {
            return record.Identity is null ? [.. record.Key.Select(column => IndexOf(column.Property))] : [];
        }

        var positions = names.Select(IndexOf).ToList();
        if (!Keys().Any(key => key.SetEquals(positions)))
        {
            diagnostics.Add(RepositoryErrors.UpsertProperty, _place, type.Name, string.Join(", ", names), record.ShortName);
            return [];
        }

        foreach (var column in positions.Select(position => record.Columns[position]).Where(column => column.Type.IsNullable || column.IsIdentity))
        {
            diagnostics.Add(RepositoryErrors.UpsertKey, _place, type.Name, column.Property);
        }

        return positions;
    }

    private IEnumerable<HashSet<int>> Keys() => record.Uniques
        .Select(unique => new HashSet<int>(unique.Columns))
        .Append([.. record.Key.Select(column => IndexOf(column.Property))]);

    private List<OrderModel> Order()
    {
        var order = new List<OrderModel>();
        foreach (var name in Strings("OrderBy"))
        {
            var falls = name.StartsWith("-", StringComparison.Ordinal);
            var position = IndexOf(falls ? name.Substring(1) : name);
            if (position < 0 || record.Columns[position].Type.Form is TypeForm.Json or TypeForm.Array || order.Exists(other => other.Column == position))
            {
                diagnostics.Add(RepositoryErrors.OrderProperty, _place, type.Name, name, record.ShortName);
                continue;
            }

            order.Add(new(position, falls));
        }

        // The key makes the order total, so that no row is on two pages or on none.
        order.AddRange(record.Key.Select(column => IndexOf(column.Property)).Where(position => !order.Exists(other => other.Column == position))
            .Select(position => new OrderModel(position, IsFalling: false)));
        if (order.Count == 0)
        {
            diagnostics.Add(RepositoryErrors.NoKey, _place, record.ShortName, "a list's order", ", or name an order with OrderBy");
        }

        return order;
    }

    private int IndexOf(string property)
    {
        for (var i = 0; i < record.Columns.Count; i++)
        {
            if (record.Columns[i].Property == property)
            {
                return i;
            }
        }

        return -1;
    }

    private string[] Strings(string name) =>
        Argument(name) is { Kind: TypedConstantKind.Array, IsNull: false } all ? [.. all.Values.Select(value => value.Value as string ?? "")] : [];

    private TypedConstant Argument(string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;
}
