using Dowel.Migrations;

namespace Dowel.Hosting;

/// <summary>How a schema stands to a service's scripts.</summary>
/// <param name="Version">The newest version that is applied; empty for none.</param>
/// <param name="Pending">The files of the scripts that are not, in order.</param>
internal sealed record SchemaState(string Version, string[] Pending)
{
    /// <summary>Reads it off a plan.</summary>
    public static SchemaState Of(MigrationPlan plan) => Of(plan.Scripts);

    /// <summary>Reads it off how scripts stand.</summary>
    public static SchemaState Of(IReadOnlyList<ScriptStatus> scripts) => new(
        scripts.Where(script => script.Applied is not null && !script.IsPending).Max(script => script.Version)?.Text ?? "",
        [.. scripts.Where(script => script is { IsPending: true, IsCurrent: false }).Select(script => Path.GetFileName(script.Script?.Path ?? script.Applied!.Source))]);
}
