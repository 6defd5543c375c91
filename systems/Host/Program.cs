using System.ComponentModel.DataAnnotations;
using Dowel.Migrations;
using SystemsHost;

try
{
    var app = HostApp.Build(args);
    await app.RunAsync().ConfigureAwait(false);
    return 0;
}
catch (OperationCanceledException)
{
    return 0; // told to stop before it had started
}
catch (Exception wrong) when (wrong is DowelException or Dowel.Data.DatabaseException or ValidationException)
{
    await Console.Error.WriteLineAsync(wrong.Message).ConfigureAwait(false); // what is wrong, and what to do about it
    return 1;
}
