namespace CoreData;

/// <summary>How many rows a page has.</summary>
internal static class PageRows
{
    /// <summary>Unless it is said.</summary>
    public const int Default = 50;

    /// <summary>At most.</summary>
    public const int Max = 200;
}
