using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Counts what becomes of many databases, and keeps what failed, however many there are.</summary>
/// <param name="total">How many there are.</param>
/// <param name="isPlan">Whether nothing runs.</param>
internal sealed class FanOutTally(int total, bool isPlan)
{
    private const int BarCells = 24;

    private readonly Dictionary<(string, string, SourceLocation?), FailedTargets> _failures = [];
    private int _worked;
    private int _current;
    private int _failed;
    private int _interrupted;
    private int _scripts;

    /// <summary>The highest exit code among them.</summary>
    public int ExitCode { get; private set; }

    /// <summary>What failed, in the order in which it was first seen.</summary>
    public IReadOnlyCollection<FailedTargets> Failures => _failures.Values;

    /// <summary>How far it has come, for a moving line.</summary>
    public string Bar
    {
        get
        {
            var done = _worked + _current + _failed + _interrupted;
            var cells = (int)((long)done * BarCells / Math.Max(1, total));
            return $"{new string('━', cells)}{new string('╌', BarCells - cells)} {Wording.Of(done)} of {Wording.Of(total)}, {Wording.Of(_failed)} failed, {Wording.Of(total - done)} left";
        }
    }

    /// <summary>What came of all of them.</summary>
    public string Sentence
    {
        get
        {
            var left = total - _worked - _current - _failed - _interrupted;
            var parts = new List<string>();
            Say(parts, _worked, isPlan
                ? $"{Wording.Of(_worked)} behind ({Scripts} pending)"
                : $"{Wording.Of(_worked)} brought up ({Scripts})");
            Say(parts, _current, $"{Wording.Of(_current)} {(isPlan ? "" : _current == 1 ? "was " : "were ")}current");
            Say(parts, _failed, $"{Wording.Of(_failed)} {(isPlan ? "cannot be brought up" : "failed")}");
            Say(parts, _interrupted, $"{Wording.Of(_interrupted)} interrupted");
            Say(parts, left, $"{Wording.Of(left)} not begun");
            return $"{Wording.Of(total)} {(total == 1 ? "target" : "targets")}: {string.Join(", ", parts)}";
        }
    }

    private string Scripts => $"{Wording.Of(_scripts)} {(_scripts == 1 ? "script" : "scripts")}";

    /// <summary>Counts one.</summary>
    public void Add(TargetLine line)
    {
        ExitCode = Math.Max(ExitCode, line.Outcome.ExitCode);
        var scripts = line.Result.Plan is { } plan ? plan.Pending.Count : line.Result.Applied.Count;
        if (line.Result.IsInterrupted)
        {
            _interrupted++;
        }
        else if (line.Outcome.Failure is { } failure)
        {
            _failed++;
            Keep(failure.Errors[0], line.Result.Target);
        }
        else if (scripts > 0)
        {
            _worked++;
            _scripts += scripts;
        }
        else
        {
            _current++;
        }
    }

    private void Keep(DowelError error, string target)
    {
        var key = FailedTargets.KeyOf(error, target);
        _failures[key] = _failures.TryGetValue(key, out var known) ? known with { Count = known.Count + 1 } : new(error, target);
    }

    private static void Say(List<string> parts, int count, string text)
    {
        if (count > 0)
        {
            parts.Add(text);
        }
    }
}
