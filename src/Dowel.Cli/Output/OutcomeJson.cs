using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Dowel.Cli;

/// <summary>The JSON of every outcome, written without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(FailureOutcome))]
[JsonSerializable(typeof(ScriptsOutcome))]
[JsonSerializable(typeof(PlanOutcome))]
[JsonSerializable(typeof(FilesOutcome))]
[JsonSerializable(typeof(ReplayOutcome))]
[JsonSerializable(typeof(BuildOutcome))]
[JsonSerializable(typeof(RepairOutcome))]
[JsonSerializable(typeof(ServerOutcome))]
[JsonSerializable(typeof(DiagnosisOutcome))]
[JsonSerializable(typeof(InspectOutcome))]
[JsonSerializable(typeof(DiffOutcome))]
[JsonSerializable(typeof(AddOutcome))]
internal sealed partial class OutcomeJson : JsonSerializerContext
{
    // Quotes and letters beyond ASCII stay readable: the text goes to a terminal or a program, never into a web page.
    private static readonly OutcomeJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    // One object a line, for programs that read while the command runs.
    private static readonly OutcomeJson Compact = new(new JsonSerializerOptions(Readable.Options) { WriteIndented = false });

    /// <summary>An outcome as one line.</summary>
    public static string Line(Outcome outcome) => JsonSerializer.Serialize(outcome, Compact.GetTypeInfo(outcome.GetType())!);

    /// <summary>How an outcome is written.</summary>
    public static JsonTypeInfo Of(Outcome outcome) => Readable.GetTypeInfo(outcome.GetType())!;
}
