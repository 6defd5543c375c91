using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Tells how a run goes while it goes: a moving line on a terminal once it takes longer than a second, lines for those who asked.</summary>
internal sealed class RunProgress : IProgress<MigrationEvent>, IDisposable
{
    private const string Frames = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private const string ClearLine = "\r\e[2K";
    private const int Margin = 2;

    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly Surroundings _surroundings;
    private readonly ReportStyle _style;
    private readonly long _started;
    private readonly Lock _gate = new();
    private readonly List<AppliedScript> _applied = [];
    private ITimer? _timer;
    private string _doing = "working";
    private int _frame;

    /// <summary>Starts to watch.</summary>
    public RunProgress(Surroundings surroundings, ReportStyle style)
    {
        (_surroundings, _style) = (surroundings, style);
        _started = surroundings.Clock.GetTimestamp();
        if (surroundings is { IsErrorTerminal: true, IsOutputTerminal: true } && style is { IsQuiet: false, IsJson: false })
        {
            _timer = surroundings.Clock.CreateTimer(_ => Draw(), null, Courtesy, Pace);
        }
    }

    /// <summary>The scripts that the run has applied so far.</summary>
    public IReadOnlyList<AppliedScript> Applied => _applied;

    /// <inheritdoc/>
    public void Report(MigrationEvent value)
    {
        switch (value)
        {
            case MigrationEvent.ScriptStarting starting:
                _doing = EventText.Position(starting);
                Tell(EventText.Of(value));
                break;
            case MigrationEvent.ScriptApplied applied:
                _applied.Add(applied.Script);
                Tell(EventText.Of(value));
                break;
            case MigrationEvent.WaitingForLock or MigrationEvent.Retrying:
                Announce(EventText.Of(value));
                break;
            default:
                Tell(EventText.Of(value));
                break;
        }
    }

    /// <summary>Watches one of many targets, for those who asked for every step.</summary>
    public IProgress<MigrationEvent> For(string target) => new TargetProgress(this, target);

    /// <summary>Says what the moving line is to show from now on.</summary>
    public void Show(string doing) => _doing = doing;

    /// <summary>Says something to those who asked for every step.</summary>
    public void Tell(string text)
    {
        if (_style.IsVerbose && text.Length > 0)
        {
            Write(text);
        }
    }

    /// <summary>Says something that anybody who waits wants to know.</summary>
    public void Announce(string text)
    {
        _doing = text;
        if (!_style.IsQuiet)
        {
            Write(text);
        }
    }

    /// <summary>Lets something be written with the moving line out of its way.</summary>
    public void Aside(Action write)
    {
        lock (_gate)
        {
            Erase();
            write();
        }
    }

    /// <summary>Takes the moving line away for good.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            _timer = null;
            Erase();
        }
    }

    private void Draw()
    {
        lock (_gate)
        {
            if (_timer is null)
            {
                return;
            }

            var elapsed = _surroundings.Clock.GetElapsedTime(_started);
            var line = $"{Frames[_frame++ % Frames.Length]} {_doing}, {Wording.Of(elapsed)}";
            var width = Math.Max(1, _surroundings.Width() - Margin);
            _surroundings.Error.Write(ClearLine + (line.Length > width ? line[..width] : line));
            _surroundings.Error.Flush();
        }
    }

    private void Write(string text) => Aside(() => _surroundings.Error.WriteLine(text));

    private void Erase()
    {
        if (_frame > 0)
        {
            _surroundings.Error.Write(ClearLine);
            _frame = 0;
        }
    }
}
