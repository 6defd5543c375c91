using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Makes a model of a record.</summary>
/// <param name="record">The record.</param>
/// <param name="user">Where the repository names it, for what has no place of its own.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class RecordParser(INamedTypeSymbol record, Location? user, DiagnosticList diagnostics)
{
    /// <summary>Where the record is declared, or used if that is no source.</summary>
    public Location? Place { get; } = record.Locations.FirstOrDefault(location => location.IsInSource) ?? user;

    /// <summary>Each column's place.</summary>
    public IReadOnlyList<Location?> ColumnPlaces { get; private set; } = [];

    /// <summary>Each unique key's place.</summary>
    public IReadOnlyList<Location?> UniquePlaces { get; private set; } = [];

    /// <summary>Each index's place.</summary>
    public IReadOnlyList<Location?> IndexPlaces { get; private set; } = [];

    /// <summary>Each check's place.</summary>
    public IReadOnlyList<Location?> CheckPlaces { get; private set; } = [];

    /// <summary>Makes the model.</summary>
    /// <returns>The model; null where the record has no table or cannot be made. What else is wrong is told and does not count here.</returns>
    public RecordModel? Parse()
    {
        if (!IsTable(out var table))
        {
            return null;
        }

        if (RecordShape.Of(record, out var why) is not { } shape)
        {
            diagnostics.Add(RecordErrors.Constructor, Place, record.Name, why);
            return null;
        }

        var parser = new ColumnParser(shape, diagnostics);
        var columns = shape.Properties.Select(parser.Parse).OfType<ColumnModel>().ToList();
        if (columns.Count != shape.Properties.Count || columns.Count == 0)
        {
            if (shape.Properties.Count == 0)
            {
                diagnostics.Add(RecordErrors.NoColumns, Place, record.Name);
            }

            return null;
        }

        return Make(table, shape, columns);
    }

    private RecordModel Make(string table, RecordShape shape, List<ColumnModel> columns)
    {
        CheckTogether(columns, shape);
        var keys = new KeyParser(record, shape, columns, diagnostics);
        var uniques = keys.Find("Unique");
        var indexes = keys.Find("Index");
        ColumnPlaces = [.. shape.Properties.Select(property => ColumnParser.Place(property) ?? user)];
        UniquePlaces = [.. uniques.Select(unique => unique.Place ?? user)];
        IndexPlaces = [.. indexes.Select(index => index.Place ?? user)];
        var schema = new SchemaParser(record, shape, diagnostics);
        var checks = schema.FindChecks();
        CheckPlaces = [.. checks.Select(check => check.Place ?? user)];
        schema.CheckNames(uniques.Concat(indexes).Select(key => (key.Key.Name, key.Place)).Concat(checks.Select(check => (check.Check.Name, check.Place))));
        var model = new RecordModel(Names.NotNull(record), table, columns.ToEquatableArray())
        {
            ShortName = record.Name,
            IsValueType = record.IsValueType,
            Constructor = shape.Arguments.ToEquatableArray(),
            Initializers = shape.Initializers.ToEquatableArray(),
            Uniques = uniques.Select(unique => unique.Key).ToEquatableArray(),
            Indexes = indexes.Select(index => index.Key).ToEquatableArray(),
            Owner = new OwnershipParser(diagnostics).Parse(record),
        };
        return schema.Apply(model, checks.Select(check => check.Check));
    }

    private bool IsTable(out string table)
    {
        table = ReferenceParser.TableOf(record) ?? "";
        var attributes = AttributeSet.Of(record);
        var (error, argument) = this switch
        {
            _ when !record.IsRecord => (RecordErrors.NotARecord, record.Name),
            _ when record.IsGenericType || record.ContainingType is { IsGenericType: true } => (RecordErrors.Generic, record.Name),
            _ when !attributes.Has("TableAttribute") => (RecordErrors.NoTable, record.Name),
            _ when !Names.CanBeColumn(table) => (RecordErrors.BadName, table),
            _ => default,
        };
        if (error is not null)
        {
            diagnostics.Add(error, Place, argument);
        }

        return error is null;
    }

    private void CheckTogether(List<ColumnModel> columns, RecordShape shape)
    {
        foreach (var same in columns.GroupBy(column => column.Name).Where(group => group.Count() > 1))
        {
            var second = same.ElementAt(1);
            diagnostics.Add(RecordErrors.SameColumn, PlaceOf(second), same.First().Property, second.Property, same.Key);
        }

        var versions = columns.Where(column => column.IsVersion).ToList();
        if (versions.Count > 1)
        {
            diagnostics.Add(RecordErrors.SecondVersion, PlaceOf(versions[1]), versions[1].Property, versions[0].Property);
        }

        var keys = columns.Count(column => column.Key > 0);
        foreach (var identity in columns.Where(column => column.IsIdentity && (column.Key == 0 || keys > 1)))
        {
            diagnostics.Add(RecordErrors.IdentityKey, PlaceOf(identity), identity.Property);
        }

        if (columns.FirstOrDefault(column => column.Key > 0) is { Type.Kind: SqlKind.Uuid, References: null } made && keys == 1
            && !RecordShape.IsSettable(shape.Properties[columns.IndexOf(made)]))
        {
            diagnostics.Add(RecordErrors.ReadOnly, PlaceOf(made), made.Property);
        }

        Location? PlaceOf(ColumnModel column) => ColumnParser.Place(shape.Properties[columns.IndexOf(column)]) ?? Place;
    }
}
