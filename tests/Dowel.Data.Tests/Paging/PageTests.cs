namespace Dowel.Data.Tests;

public sealed class PageTests
{
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(9, 9, false)]
    [InlineData(10, 10, false)]
    [InlineData(11, 10, true)]
    public void The_row_that_was_asked_for_in_excess_says_whether_rows_follow(int rows, int items, bool hasMore)
    {
        var page = new PageRequest(10).ToPage([.. Enumerable.Range(0, rows)], total: 99);

        (page.Items.Count, page.HasMore, page.Total).ShouldBe((items, hasMore, 99));
        page.Items.ShouldBe(Enumerable.Range(0, items));
    }

    [Fact]
    public void A_page_is_bounded()
    {
        foreach (var limit in new[] { -1, 0, PageRequest.LimitMax + 1 })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new PageRequest(limit));
            Should.Throw<ArgumentOutOfRangeException>(() => new CursorRequest(limit));
        }

        Should.Throw<ArgumentOutOfRangeException>(() => new PageRequest(1, -1));
        new PageRequest(PageRequest.LimitMax, long.MaxValue).Offset.ShouldBe(long.MaxValue);
    }
}
