using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Writes a plan as scripts: safe forms for tables that are there before it, plain ones for those that it makes.</summary>
internal sealed class PostgresPlanText
{
    private readonly PostgresDraft _draft = new();
    private readonly PostgresColumnText _columns;
    private readonly PostgresKeyText _keys;
    private readonly PostgresTypeText _types;
    private readonly Dictionary<(string?, string), TableModel> _existing;
    private readonly HashSet<ObjectKey> _sources;
    private readonly PostgresRewrites _rewrites;

    private PostgresPlanText(SchemaPlan plan)
    {
        (_columns, _keys, _types) = (new(_draft, new(plan)), new(_draft, plan), new(_draft, plan));
        var made = plan.Changes.Where(change => change is CreateTable or CreateObject).Select(change => change.Key).ToHashSet();
        _existing = plan.After.Tables.Where(table => table.Kind is TableKind.Table or TableKind.MaterializedView && !made.Contains(table.Key))
            .ToDictionary(table => (table.Schema, table.Name));
        _rewrites = new(plan);
        _sources = [.. plan.Changes.SelectMany(SourcesOf)];
    }

    /// <summary>The scripts of a plan.</summary>
    public static IReadOnlyList<ScriptDraft> Of(SchemaPlan plan)
    {
        var text = new PostgresPlanText(plan);
        foreach (var change in plan.Changes)
        {
            var part = text._draft.From(change);
            text._draft.Settle(change, text.Write(change, part));
        }

        text._columns.FillRows();
        return text._draft.Scripts();
    }

    // Columns that others are filled from stay until they are.
    private static IEnumerable<ObjectKey> SourcesOf(SchemaChange change)
    {
        var (table, sql) = change switch
        {
            AddColumn add => (add.Table, add.Backfill),
            AlterColumn alter when !PostgresColumnText.IsRetyped(alter.Before, alter.After) => (alter.Table, alter.Backfill),
            _ => (null, null),
        };
        return sql is null ? [] : SqlText.Tokens(sql).Select(token => token.Name).OfType<string>().Select(table!.Key.Column);
    }

    private PostgresPart Write(SchemaChange change, PostgresPart part)
    {
        switch (change)
        {
            case CreateTable create:
                _draft.Add(part, create.Table.AsWritten(PostgresTableText.Create(create.Table, create.Constraints)));
                return part;
            case CreateObject create:
                return Create(create.Object, part);
            case DropObject drop:
                return Drop(drop, part);
            case ReplaceObject replace:
                return Replace(replace, part);
            case AddColumn add:
                _columns.Add(add, part);
                return part;
            case AlterColumn alter:
                part = _rewrites.IsApart(alter) && part < PostgresPart.Rewrites ? _draft.RewriteOf(alter.Table) : part;
                _columns.Alter(alter, part);
                return part;
            case DropColumn drop:
                part = _sources.Contains(drop.Key) ? PostgresPart.Validate : part;
                _draft.Add(part, $"alter table {PostgresIdentifier.Quote(drop.Table.Key)} drop column {PostgresIdentifier.Quote(drop.Column.Name)}");
                return part;
            case AlterEnum alter:
                _types.Alter(alter, part);
                return part;
            case AlterTable alter:
                Alter(alter, part);
                return part;
            case RenameObject rename:
                var early = _types.IsEarly(rename.To) ? PostgresPart.Labels : part;
                PostgresRenameText.Of(rename).ToList().ForEach(statement => _draft.Add(early, statement));
                return part;
            default:
                throw new NotSupportedException($"PostgreSQL has no text for {change.GetType().Name}.");
        }
    }

    private PostgresPart Create(ObjectModel model, PostgresPart part)
    {
        switch (model)
        {
            case ConstraintModel constraint when Existing(constraint.Key) is { } table:
                return _keys.Add(constraint, table, part);
            case IndexModel index when Existing(index.Key) is { } table:
                return _keys.Add(index, table, part);
            case { Key.Kind: ObjectKind.Constraint } when _types.IsRuled(model.Key):
                return part;
            default:
                _draft.Add(part, model.CreateAsWritten);
                return part;
        }
    }

    private PostgresPart Drop(DropObject drop, PostgresPart part)
    {
        if (drop.Object is IndexModel index && Existing(index.Key) is { } table)
        {
            return _keys.Drop(index, table, drop.IsMadeAgain);
        }

        if (drop.Object is ConstraintModel constraint && Existing(constraint.Key) is { } keyed)
        {
            return _keys.Drop(constraint, keyed, part);
        }

        _draft.Add(part, drop.Object.Drop);
        return part;
    }

    private PostgresPart Replace(ReplaceObject replace, PostgresPart part)
    {
        if (replace is { Before: ConstraintModel { IsValidated: false }, After: ConstraintModel { IsValidated: true } constraint })
        {
            _draft.Validate(part, PostgresKeyText.Validation(constraint));
        }
        else if (replace.After.Replace.Count > 0)
        {
            var (old, next) = replace.Key.Kind == ObjectKind.Sequence ? (replace.Before.Create, replace.After.Create) : ("", "");
            if (PostgresCounterText.LiftSequence(old, next, PostgresIdentifier.Quote(replace.Key)) is { } lift)
            {
                _draft.Add(part, lift);
            }

            var ending = PostgresCounterText.Turning(old, next);
            replace.After.Replace.ToList().ForEach(statement => _draft.Add(part, statement + ending));
        }
        else
        {
            _types.Rebuild(replace.Before, replace.After, part);
        }

        return part;
    }

    private void Alter(AlterTable alter, PostgresPart part)
    {
        var name = PostgresIdentifier.Quote(alter.Key);
        if (alter.Before.Persistence != alter.After.Persistence)
        {
            _draft.Add(part, $"alter table {name} set {(alter.After.Persistence == "unlogged" ? "unlogged" : "logged")}");
        }

        if (!SqlText.Same(alter.Before.PartitionOf, alter.After.PartitionOf))
        {
            foreach (var (model, verb) in new[] { (alter.Before, "detach"), (alter.After, "attach") }.Where(pair => pair.Item1.PartitionOf is not null))
            {
                var (parent, bounds) = PostgresTableText.SplitParent(model.PartitionOf!);
                _draft.Add(part, $"alter table {parent} {verb} partition {name}{(verb == "attach" ? $" {bounds}" : "")}");
            }
        }
    }

    // A table, or a view that keeps its rows, which is there before the plan and stays.
    private TableModel? Existing(ObjectKey standing) => _existing.GetValueOrDefault((standing.Schema, standing.Name));
}
