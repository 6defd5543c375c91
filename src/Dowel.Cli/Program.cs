using System.Runtime.InteropServices;
using System.Text;
using Dowel.Cli;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
using var interruption = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTermination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

var surroundings = new Surroundings
{
    Output = output,
    Error = error,
    ReadAnswer = Console.ReadLine,
    IsInputTerminal = !Console.IsInputRedirected,
    IsOutputTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
    IsErrorTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
    Width = static () => Console.WindowWidth,
    Environment = Environment.GetEnvironmentVariable,
};
return await CommandLine.RunAsync(args, surroundings, interruption.Token).ConfigureAwait(false);

// The run takes back what it is doing and ends by itself.
void Interrupt(PosixSignalContext context)
{
    context.Cancel = true;
    interruption.Cancel();
}
