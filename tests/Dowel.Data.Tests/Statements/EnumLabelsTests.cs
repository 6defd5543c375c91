namespace Dowel.Data.Tests;

public sealed class EnumLabelsTests
{
    private static readonly EnumLabels<DayOfWeek> Labels = new((DayOfWeek.Monday, "monday"), (DayOfWeek.Sunday, "день 😀"));

    [Fact]
    public void A_label_leads_to_its_member_and_back()
    {
        foreach (var day in new[] { DayOfWeek.Monday, DayOfWeek.Sunday })
        {
            Labels.TryParse(Labels.TextOf(day), out var fromText).ShouldBeTrue();
            Labels.TryParse(Labels.Utf8Of(day), out var fromUtf8).ShouldBeTrue();
            (fromText, fromUtf8).ShouldBe((day, day));
        }

        Labels.Texts.ShouldBe(["monday", "день 😀"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Monday")]
    [InlineData("monday ")]
    [InlineData("mon")]
    public void Another_text_is_no_label(string text)
    {
        Labels.TryParse(text, out _).ShouldBeFalse();
        Labels.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();
    }

    [Fact]
    public void A_member_without_a_label_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Labels.TextOf(DayOfWeek.Friday));
        Should.Throw<ArgumentOutOfRangeException>(() => { _ = Labels.Utf8Of((DayOfWeek)99).Length; });
    }
}
