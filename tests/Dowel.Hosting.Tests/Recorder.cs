using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Dowel.Hosting.Tests;

/// <summary>Keeps all that a service logs, exceptions and all.</summary>
internal sealed class Recorder : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, int Id, string Text)> _lines = new();

    public IEnumerable<(string Category, int Id, string Text)> Lines => _lines;

    public string All => string.Join('\n', _lines.Select(line => $"{line.Category} {line.Id} {line.Text}"));

    public int Count(int id) => _lines.Count(line => line.Id == id && line.Category.StartsWith("Dowel.", StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new RecordingLog(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class RecordingLog(Recorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            recorder._lines.Enqueue((category, eventId.Id, $"{formatter(state, exception)} {exception}"));
    }
}
