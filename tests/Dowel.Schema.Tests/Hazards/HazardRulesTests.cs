namespace Dowel.Schema.Tests;

/// <summary>What is told of what was seen.</summary>
public sealed class HazardRulesTests
{
    [Fact]
    public void Work_that_nobody_waits_for_is_none() =>
        HazardRules.Of([Trace(new TableTrace("users", TableLock.ShareUpdateExclusive) { Work = TableWork.Verifies })]).ShouldSatisfyAllConditions(
            report => report.Hazards.ShouldBeEmpty(), report => report.Brief.ShouldBeEmpty());

    [Fact]
    public void Work_on_one_table_while_another_is_locked_is_one()
    {
        var report = HazardRules.Of([Trace(new TableTrace("notes", TableLock.RowExclusive) { Work = TableWork.Scans }, new("users", TableLock.AccessExclusive) { Earlier = TableLock.AccessExclusive })]);

        HazardText.Of(report).ShouldBe(
        [
            "do it", "  reads every row of notes", "  meanwhile users under access exclusive; readers and writers wait",
            "  safer: run it in a script of its own, so that no lock of an earlier statement is kept meanwhile",
        ]);
    }

    [Fact]
    public void Tables_of_the_same_work_are_told_together()
    {
        var report = HazardRules.Of([Trace(new TableTrace("a", TableLock.Share) { Work = TableWork.Indexes }, new("b", TableLock.Share) { Work = TableWork.Indexes })]);

        report.Hazards.ShouldHaveSingleItem().What.ShouldBe("builds an index of a, b");
    }

    [Fact]
    public void Brief_locks_are_told_once_by_the_strongest()
    {
        var report = HazardRules.Of([Trace(new TableTrace("a", TableLock.Share)), Trace(new TableTrace("a", TableLock.AccessExclusive), new("b", TableLock.RowShare))]);

        HazardText.Of(report).ShouldBe(["locked for a moment: a under access exclusive"]);
    }

    [Fact]
    public void Long_statements_are_one_short_line()
    {
        var report = HazardRules.Of([new($"select\n  '{new string('x', 200)}'", [new("a", TableLock.Share) { Work = TableWork.Indexes }])]);

        HazardText.Of(report).First().ShouldSatisfyAllConditions(line => line.Length.ShouldBe(100), line => line.ShouldStartWith("select 'xxx"), line => line.ShouldEndWith("…"));
    }

    [Fact]
    public void What_was_not_measured_says_why() =>
        HazardText.Of(HazardReport.None with { Unmeasured = "no server" }).ShouldBe(["what it locks was not measured: no server"]);

    private static StatementTrace Trace(params TableTrace[] tables) => new("do it", tables);
}
