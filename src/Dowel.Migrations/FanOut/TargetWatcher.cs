namespace Dowel.Migrations;

/// <summary>Keeps what was applied to one target, and passes events on.</summary>
/// <param name="next">Who else watches; null for nobody.</param>
internal sealed class TargetWatcher(IProgress<MigrationEvent>? next) : IProgress<MigrationEvent>
{
    private readonly List<AppliedScript> _applied = [];

    /// <summary>The scripts applied so far.</summary>
    public IReadOnlyList<AppliedScript> Applied => _applied;

    /// <inheritdoc/>
    public void Report(MigrationEvent value)
    {
        if (value is MigrationEvent.ScriptApplied applied)
        {
            _applied.Add(applied.Script);
        }

        next?.Report(value);
    }
}
