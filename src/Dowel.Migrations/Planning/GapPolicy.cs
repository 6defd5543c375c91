namespace Dowel.Migrations;

/// <summary>Whether whole-number versions must follow one another without a gap.</summary>
public enum GapPolicy
{
    /// <summary>Any gap is fine; the default.</summary>
    Allow,

    /// <summary>A missing number is refused; the first version may be any.</summary>
    Refuse,
}
