using System.ComponentModel.DataAnnotations;
using Dowel.Data;
using Dowel.Migrations;
using SystemsHost;

try
{
    var app = HostApp.Build(args);
    var stopping = app.Lifetime.ApplicationStopping;
    try
    {
        await app.RunAsync().ConfigureAwait(false);
    }
    catch (OperationCanceledException) when (stopping.IsCancellationRequested)
    {
        // Told to stop while it started: whole scripts are applied, and there is nothing more to end.
    }

    return 0;
}
catch (ValidationException wrong)
{
    await Console.Error.WriteLineAsync($"systems-host: {wrong.Message}").ConfigureAwait(false);
    return 2;
}
catch (Exception error) when (error is DowelException or DatabaseException)
{
    return 1; // the log has told what is wrong and what to do
}
