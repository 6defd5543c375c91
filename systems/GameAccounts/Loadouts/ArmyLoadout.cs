using Dowel.Data;

namespace GameAccounts;

/// <summary>The army that a player takes to the board; ids are those of the game's content, null is an empty slot.</summary>
[Table("army_loadouts")]
public sealed record ArmyLoadout
{
    /// <summary>Whose army.</summary>
    [Key, References<Account>(OnDelete = DeleteRule.Cascade)]
    public required UserId UserId { get; init; }

    /// <summary>The army's element.</summary>
    public required string ElementId { get; init; }

    /// <summary>What the army can do, first slot.</summary>
    [Column("army_ability_1")]
    public string? ArmyAbility1 { get; init; }

    /// <summary>What the army can do, second slot.</summary>
    [Column("army_ability_2")]
    public string? ArmyAbility2 { get; init; }

    /// <summary>What the army can do, third slot.</summary>
    [Column("army_ability_3")]
    public string? ArmyAbility3 { get; init; }

    /// <summary>What the army can do, fourth slot.</summary>
    [Column("army_ability_4")]
    public string? ArmyAbility4 { get; init; }

    /// <summary>What a pawn can do.</summary>
    public string? AbilityPawn { get; init; }

    /// <summary>What a knight can do.</summary>
    public string? AbilityKnight { get; init; }

    /// <summary>What a bishop can do.</summary>
    public string? AbilityBishop { get; init; }

    /// <summary>What a rook can do.</summary>
    public string? AbilityRook { get; init; }

    /// <summary>What the queen can do.</summary>
    public string? AbilityQueen { get; init; }

    /// <summary>What the king can do.</summary>
    public string? AbilityKing { get; init; }

    /// <summary>What the army carries, first slot.</summary>
    [Column("item_1")]
    public string? Item1 { get; init; }

    /// <summary>What the army carries, second slot.</summary>
    [Column("item_2")]
    public string? Item2 { get; init; }

    /// <summary>What the army carries, third slot.</summary>
    [Column("item_3")]
    public string? Item3 { get; init; }

    /// <summary>What the army carries, fourth slot.</summary>
    [Column("item_4")]
    public string? Item4 { get; init; }

    /// <summary>When it was last changed.</summary>
    [UnixSeconds]
    public required DateTimeOffset UpdatedAt { get; init; }
}
