namespace Dowel.Sqlite.Tests;

/// <summary>Compares the splitter with the engine, which tells after each statement where it stopped reading.</summary>
internal static class EngineOracle
{
    public static void ShouldSplitAlike(ScratchDatabase database, string script)
    {
        var result = new SqliteDialect().Split(script);
        result.Error.ShouldBeNull();
        var pieces = database.Walk(script);
        result.Statements.Count.ShouldBe(pieces.Count, script);
        foreach (var (statement, (from, to)) in result.Statements.Zip(pieces))
        {
            statement.Start.ShouldBeGreaterThanOrEqualTo(from, script);
            statement.End.ShouldBeLessThanOrEqualTo(to, script);
        }
    }
}
