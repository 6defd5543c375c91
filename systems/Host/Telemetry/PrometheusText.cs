using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;

namespace SystemsHost;

/// <summary>Writes a metric in Prometheus' text format, named as its guide for OpenTelemetry says: units and <c>_total</c> in the name.</summary>
internal static class PrometheusText
{
    /// <summary>Writes one metric with all its points.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="metric">The metric.</param>
    public static void Write(StringBuilder text, Metric metric)
    {
        var kind = KindOf(metric.MetricType);
        var name = NameOf(metric, kind);
        if (metric.Description is { Length: > 0 } description)
        {
            text.Append("# HELP ").Append(name).Append(' ').Append(Escape(description)).Append('\n');
        }

        text.Append("# TYPE ").Append(name).Append(' ').Append(kind).Append('\n');
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = LabelsOf(point);
            if (kind == "histogram")
            {
                WriteHistogram(text, name, labels, point);
            }
            else
            {
                Line(text, name, labels, ValueOf(metric.MetricType, point));
            }
        }
    }

    private static string KindOf(MetricType type) => type switch
    {
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        MetricType.Histogram => "histogram",
        _ => "gauge",
    };

    private static string NameOf(Metric metric, string kind)
    {
        var name = new StringBuilder(metric.Name.Length + 16);
        foreach (var letter in metric.Name)
        {
            name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        }

        var unit = metric.Unit switch { "s" => "_seconds", "By" => "_bytes", "ms" => "_milliseconds", _ => "" };
        return name.Append(unit).Append(kind == "counter" ? "_total" : "").ToString();
    }

    private static void WriteHistogram(StringBuilder text, string name, string labels, in MetricPoint point)
    {
        var count = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound);
            Line(text, name + "_bucket", $"{labels}{(labels.Length > 0 ? "," : "")}le=\"{bound}\"", Number(count));
        }

        Line(text, name + "_sum", labels, Number(point.GetHistogramSum()));
        Line(text, name + "_count", labels, Number(point.GetHistogramCount()));
    }

    private static string ValueOf(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => Number(point.GetSumLong()),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => Number(point.GetSumDouble()),
        MetricType.LongGauge => Number(point.GetGaugeLastValueLong()),
        _ => Number(point.GetGaugeLastValueDouble()),
    };

    private static string LabelsOf(in MetricPoint point)
    {
        var labels = new StringBuilder();
        foreach (var (key, value) in point.Tags)
        {
            labels.Append(labels.Length > 0 ? "," : "").Append(key.Replace('.', '_')).Append("=\"")
                .Append(Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }

        return labels.ToString();
    }

    private static void Line(StringBuilder text, string name, string labels, string value) =>
        text.Append(name).Append(labels.Length > 0 ? $"{{{labels}}}" : "").Append(' ').Append(value).Append('\n');

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
