using System.Diagnostics;
using System.Globalization;

namespace Dowel.Benchmarks;

/// <summary>Dowel's own command.</summary>
internal sealed class DowelPeer(SampleScripts scripts, string scratch) : IPeer
{
    private readonly string _program = Path.Combine(Repository.Root, "artifacts", "dowel", "dowel");
    private readonly string _folder = Path.Combine(scratch, "dowel");

    public string Name => "dowel";

    public string Setting => "`dowel up`, the command as `make cli` publishes it: a ReadyToRun file on the installed runtime";

    /// <inheritdoc/>
    /// <exception cref="FileNotFoundException">The command is not published: without it there is nothing to compare with.</exception>
    public async Task<string> PrepareAsync()
    {
        if (!File.Exists(_program))
        {
            throw new FileNotFoundException("artifacts/dowel/dowel is not there; 'make cli' makes it.");
        }

        Directory.CreateDirectory(_folder);
        for (var i = 1; i <= scripts.Count; i++)
        {
            var file = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"V{i:00000}__t{i}.sql"));
            await File.WriteAllTextAsync(file, scripts.Text(i));
        }

        return "";
    }

    public ProcessStartInfo Command(string connectionString) => new(_program, ["up", _folder, "--url", connectionString]);
}
