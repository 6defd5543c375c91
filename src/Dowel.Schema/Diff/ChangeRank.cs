namespace Dowel.Schema;

/// <summary>What comes first where nothing else decides, as a careful developer would write it.</summary>
internal static class ChangeRank
{
    /// <summary>The place of a step; lower comes first.</summary>
    public static int Of(SchemaChange change) => change switch
    {
        DropObject drop => OfDrop(drop),
        RenameObject => 25,
        AlterEnum => 32,
        CreateTable => 40,
        AlterTable => 42,
        AddColumn => 43,
        AlterColumn => 44,
        DropColumn => 46,
        CreateObject create => OfMaking(create.Object),
        ReplaceObject replace => OfMaking(replace.After),
        _ => 99,
    };

    // What a table uses goes last, since the table must have ceased to use it; what uses tables goes first.
    private static int OfDrop(DropObject drop) => drop.Object.Key.Kind switch
    {
        ObjectKind.Comment or ObjectKind.Grant => 10,
        ObjectKind.Trigger or ObjectKind.Rule or ObjectKind.Policy or ObjectKind.Statistics or ObjectKind.View or ObjectKind.MaterializedView => 11,
        ObjectKind.Index or ObjectKind.Constraint or ObjectKind.Setting => 12,
        ObjectKind.Table => 20,
        _ when drop.IsMadeAgain => 15,
        ObjectKind.Function or ObjectKind.Procedure or ObjectKind.Aggregate => 21,
        ObjectKind.Sequence => 91,
        ObjectKind.Enum or ObjectKind.Domain or ObjectKind.Composite or ObjectKind.Range => 92,
        _ => 95,
    };

    // Functions come after tables, since their bodies may name tables without the engine knowing.
    private static int OfMaking(ObjectModel model) => model.Key.Kind switch
    {
        ObjectKind.Schema => 30,
        ObjectKind.Extension => 31,
        ObjectKind.Enum => 32,
        ObjectKind.Domain or ObjectKind.Composite or ObjectKind.Range => 33,
        ObjectKind.Sequence => 34,
        ObjectKind.Table => 41,

        // A domain's rule comes before tables: to one that arrays are made of already the server adds none.
        ObjectKind.Constraint when model is not ConstraintModel => 33,
        ObjectKind.Constraint => model is ConstraintModel { Kind: ConstraintKind.Foreign } ? 52 : model is ConstraintModel { Kind: ConstraintKind.Check } ? 51 : 50,
        ObjectKind.Index => 53,
        ObjectKind.Function or ObjectKind.Procedure or ObjectKind.Aggregate => 56,
        ObjectKind.View or ObjectKind.MaterializedView => 60,
        ObjectKind.Trigger or ObjectKind.Rule => 62,
        ObjectKind.Setting or ObjectKind.Statistics => 64,
        ObjectKind.Policy => 66,
        ObjectKind.Comment => 70,
        _ => 72,
    };
}
