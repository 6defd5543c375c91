using System.Diagnostics;
using System.Globalization;
using Dowel.Peers;
using Microsoft.EntityFrameworkCore;

if (args is not [var connectionString])
{
    await Console.Error.WriteLineAsync("Usage: ef CONNECTION-STRING");
    return 2;
}

var started = Stopwatch.GetTimestamp();
await using var context = new PeerContext(connectionString);
await context.Database.MigrateAsync();
var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"migrate\": {elapsed:0.0}}}"));
return 0;
