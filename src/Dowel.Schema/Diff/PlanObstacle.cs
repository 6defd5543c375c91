namespace Dowel.Schema;

/// <summary>Why a change is not made.</summary>
/// <param name="Key">What would change.</param>
/// <param name="Problem">What is in the way.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record PlanObstacle(ObjectKey Key, string Problem, string Remedy);
