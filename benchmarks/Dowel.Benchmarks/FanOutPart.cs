namespace Dowel.Benchmarks;

/// <summary>Many databases, and long histories.</summary>
internal static class FanOutPart
{
    /// <summary>Measures.</summary>
    public static async Task<Measured> MeasureAsync() => new(
        [
            .. await FanOut.MeasureAsync(),
            .. await new LongHistory(Engine.Postgres, "PostgreSQL").MeasureAsync(),
            .. await new LongHistory(Engine.Sqlite, "SQLite").MeasureAsync(),
        ],
        []);
}
