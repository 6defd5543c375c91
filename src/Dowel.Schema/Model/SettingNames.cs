namespace Dowel.Schema;

/// <summary>Names of table settings that are asked for.</summary>
internal static class SettingNames
{
    /// <summary>Policies bind the table's owner too.</summary>
    public const string ForcedRowSecurity = "row security forced";
}
