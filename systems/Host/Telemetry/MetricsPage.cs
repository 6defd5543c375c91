using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace SystemsHost;

/// <summary>The metrics of the process as a page that Prometheus reads.</summary>
/// <remarks>Collected when the page is asked for; OpenTelemetry adds up between two times.</remarks>
[ExportModes(ExportModes.Pull)]
internal sealed class MetricsPage : BaseExporter<Metric>, IPullMetricExporter
{
    /// <summary>What the page is, for the header of the answer: the text format, version 0.0.4.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private const int CollectMilliseconds = 5_000;

    private readonly Lock _lock = new();
    private string _text = "";

    /// <inheritdoc/>
    public Func<int, bool>? Collect { get; set; }

    /// <summary>Collects what there is.</summary>
    /// <returns>The page.</returns>
    public string Render()
    {
        lock (_lock)
        {
            _text = "";
            Collect?.Invoke(CollectMilliseconds);
            return _text;
        }
    }

    /// <inheritdoc/>
    public override ExportResult Export(in Batch<Metric> batch)
    {
        var text = new StringBuilder();
        foreach (var metric in batch)
        {
            PrometheusText.Write(text, metric);
        }

        _text = text.ToString();
        return ExportResult.Success;
    }
}
