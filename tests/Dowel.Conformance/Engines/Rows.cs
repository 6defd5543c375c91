using System.Data.Common;
using System.Globalization;

namespace Dowel.Conformance;

/// <summary>Rows as text.</summary>
internal static class Rows
{
    /// <summary>Runs a query: columns joined by <c>|</c>, rows by <c>,</c>.</summary>
    public static async Task<string> ReadAsync(DbCommand command)
    {
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount)
                .Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return string.Join(',', rows);
    }
}
