using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Finds what a record says for its migrations alone: old names, rules, defaults, what rows that are there get, row security.</summary>
/// <param name="record">The record.</param>
/// <param name="shape">Its shape.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class SchemaParser(INamedTypeSymbol record, RecordShape shape, DiagnosticList diagnostics)
{
    private readonly AttributeSet _attributes = AttributeSet.Of(record);

    /// <summary>Adds what is said to a model.</summary>
    /// <param name="model">The record's model.</param>
    /// <param name="checks">What <see cref="FindChecks"/> has found.</param>
    /// <returns>The model with it.</returns>
    public RecordModel Apply(RecordModel model, IEnumerable<CheckModel> checks)
    {
        var names = model.Columns.Select(column => column.Name).ToList();
        return model with
        {
            Checks = checks.ToEquatableArray(),
            RenamedFrom = OldNames(record.Name, _attributes, [model.Table]),
            HasRowSecurity = HasRowSecurity(),
            Columns = model.Columns.Zip(shape.Properties, (column, property) => column with
            {
                RenamedFrom = OldNames(property.Name, shape.Attributes(property), names),
                Default = shape.Attributes(property).Find("DefaultAttribute") is { } value ? Sql(property.Name, value, "Default") : null,
                Backfill = shape.Attributes(property).Find("BackfillAttribute") is { } backfill ? Sql(property.Name, backfill, "Backfill") : null,
            }).ToEquatableArray(),
        };
    }

    /// <summary>Finds the checks, those on properties first.</summary>
    /// <returns>The checks, each with its place.</returns>
    public IReadOnlyList<(CheckModel Check, Location? Place)> FindChecks() =>
    [
        .. shape.Properties.SelectMany(property => Checks(property.Name, shape.Attributes(property), ReferenceParser.ColumnOf(property, shape))),
        .. Checks(record.Name, _attributes, column: null),
    ];

    /// <summary>Looks for names that no database takes, and for such as are given twice.</summary>
    /// <param name="names">The names of keys, indexes and checks, null where they have none, each with its place.</param>
    public void CheckNames(IEnumerable<(string? Name, Location? Place)> names)
    {
        var given = names.Where(each => each.Name is not null).ToList();
        foreach (var (name, place) in given.Where(each => !Names.CanBeColumn(each.Name!)))
        {
            diagnostics.Add(RecordErrors.BadName, place, name!);
        }

        foreach (var same in given.GroupBy(each => each.Name!).Where(group => group.Count() > 1))
        {
            diagnostics.Add(SchemaErrors.SameName, same.ElementAt(1).Place, record.Name, same.Key);
        }
    }

    private IEnumerable<(CheckModel Check, Location? Place)> Checks(string subject, AttributeSet attributes, string? column) =>
        from attribute in attributes.All("CheckAttribute")
        let sql = Sql(subject, attribute, "Check")
        where sql is not null
        select (new CheckModel(Named(attribute, "Name"), column, sql), KeyParser.PlaceOf(attribute));

    private EquatableArray<string> OldNames(string subject, AttributeSet attributes, IReadOnlyCollection<string> taken)
    {
        var names = new List<string>();
        foreach (var attribute in attributes.All("RenamedFromAttribute"))
        {
            var name = attribute.ConstructorArguments is [{ Value: string said }] ? said : "";
            if (!Names.CanBeColumn(name))
            {
                diagnostics.Add(RecordErrors.BadName, KeyParser.PlaceOf(attribute), name);
            }
            else if (taken.Contains(name))
            {
                diagnostics.Add(SchemaErrors.OldName, KeyParser.PlaceOf(attribute), subject, name);
            }

            names.Add(name);
        }

        return names.ToEquatableArray();
    }

    private bool HasRowSecurity()
    {
        var attribute = _attributes.Find("RowSecurityAttribute");

        // An owner that is wrong has been told already.
        if (attribute is not null && !_attributes.Has("OwnedByAttribute") && !_attributes.Has("OwnedThroughAttribute"))
        {
            diagnostics.Add(SchemaErrors.NoOwner, KeyParser.PlaceOf(attribute), record.Name);
        }

        return attribute is not null;
    }

    private EngineSql? Sql(string subject, AttributeData attribute, string kind)
    {
        var shared = attribute.ConstructorArguments is [{ Value: string text }] ? text : null;
        var sql = new EngineSql(Named(attribute, "Sqlite") ?? shared, Named(attribute, "Postgres") ?? shared);
        var texts = new[] { sql.Sqlite, sql.Postgres }.OfType<string>().ToList();
        if (texts.Count == 0 || texts.Any(string.IsNullOrWhiteSpace))
        {
            diagnostics.Add(SchemaErrors.NoText, KeyParser.PlaceOf(attribute), subject, kind);
            return null;
        }

        if (texts.Select(FragmentCheck.Find).FirstOrDefault(found => found is not null) is { } fault)
        {
            diagnostics.Add(SchemaErrors.Expression, KeyParser.PlaceOf(attribute), subject, kind, fault.Subject);
        }

        return sql;
    }

    private static string? Named(AttributeData attribute, string property) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value.Value as string;
}
