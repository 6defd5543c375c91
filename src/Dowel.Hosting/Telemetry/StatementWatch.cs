using System.Diagnostics;

namespace Dowel.Hosting;

/// <summary>A statement that is being watched.</summary>
/// <param name="Summary">Its name.</param>
/// <param name="Activity">Its span; null where nobody listens.</param>
/// <param name="Started">When it began, by <see cref="Stopwatch.GetTimestamp"/>.</param>
internal readonly record struct StatementWatch(string Summary, Activity? Activity, long Started);
