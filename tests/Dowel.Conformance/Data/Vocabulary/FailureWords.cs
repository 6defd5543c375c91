using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>What contracts expect of a failure.</summary>
internal static class FailureWords
{
    /// <summary>Expects that a caller's own token ended the work.</summary>
    public static void ShouldBeCancelledBy(this Exception failure, CancellationToken token)
    {
        failure.ShouldBeAssignableTo<OperationCanceledException>();
        ((OperationCanceledException)failure).CancellationToken.ShouldBe(token);
    }

    /// <summary>Expects what was named; columns that are named though none are expected are the engine's own gift.</summary>
    public static void ShouldBeLike(this Violation found, Violation expected)
    {
        (found.Table, found.Constraint).ShouldBe((expected.Table, expected.Constraint));
        if (expected.Columns.Count > 0)
        {
            found.Columns.ShouldBe(expected.Columns);
        }
    }
}
