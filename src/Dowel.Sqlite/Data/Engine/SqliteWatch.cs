using Lock = System.Threading.Lock;

namespace Dowel.Sqlite;

/// <summary>One thread for the process that interrupts statements which have run for too long.</summary>
/// <remarks>
/// It also interrupts again what is still running: an interruption that comes just before a statement's first step is lost on the engine.
/// A thread of its own, because statements run on the callers' threads and may have taken all of the pool's. It sleeps while nothing runs.
/// </remarks>
internal static class SqliteWatch
{
    private const int IdleRoundsMax = 100;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(10);

    private static readonly Lock Gate = new();
    private static readonly List<SqliteTurn> Turns = [];
    private static readonly AutoResetEvent Alarm = new(initialState: false);
    private static bool _isStarted;
    private static int _isAsleep;

    /// <summary>Watches a connection.</summary>
    public static void Add(SqliteTurn turn)
    {
        lock (Gate)
        {
            Turns.Add(turn);
            if (!_isStarted)
            {
                _isStarted = true;
                new Thread(Run) { IsBackground = true, Name = "Dowel SQLite watch" }.Start();
            }
        }
    }

    /// <summary>Watches a connection no longer; once this returns it is not touched.</summary>
    public static void Remove(SqliteTurn turn)
    {
        lock (Gate)
        {
            Turns.Remove(turn);
        }
    }

    /// <summary>Something has begun to run.</summary>
    public static void Wake()
    {
        if (Volatile.Read(ref _isAsleep) != 0 && Interlocked.Exchange(ref _isAsleep, 0) != 0)
        {
            Alarm.Set();
        }
    }

    private static void Run()
    {
        for (var idleRounds = 0; ; idleRounds = LookAround() ? 0 : idleRounds + 1)
        {
            if (idleRounds <= IdleRoundsMax)
            {
                Alarm.WaitOne(Round);
                continue;
            }

            // Who begins after this line rings; who began before is seen.
            Interlocked.Exchange(ref _isAsleep, 1);
            if (!LookAround())
            {
                Alarm.WaitOne();
            }

            Interlocked.Exchange(ref _isAsleep, 0);
            idleRounds = 0;
        }
    }

    private static bool LookAround()
    {
        var now = Environment.TickCount64;
        var isAnyRunning = false;
        lock (Gate)
        {
            foreach (var turn in Turns)
            {
                isAnyRunning |= turn.LookAt(now);
            }
        }

        return isAnyRunning;
    }
}
