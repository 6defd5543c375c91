using System.CommandLine;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary><c>dowel inspect</c>: shows a schema as a whole.</summary>
internal static class InspectCommand
{
    private static readonly string[] Forms = ["sql", InspectOutcome.Json, "mermaid", "dbml", "tbls"];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var source = new Argument<string?>("SOURCE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "A database's URL, a folder of scripts, an assembly (.dll), a project (.csproj) or a .sql file. Default: the database of --url, else \"source\" in dowel.json, else ./migrations",
        };
        var form = SharedOptions.OneOf("--as", Forms, "The form of the schema. Default: sql");
        var engine = SchemaOptions.Engine("Where scripts are replayed. Default: the engine of --url, else sqlite");
        return new DowelCommand("inspect", "Show the schema of a database, or the one that scripts make")
        {
            Arguments = { source },
            Options = { form, engine },
            Examples = ["dowel inspect --url sqlite:app.db", "dowel inspect migrations --as mermaid", "dowel inspect App.csproj --engine postgres --url $DATABASE_URL --as tbls > schema.json"],
            Fail = static failure => new InspectOutcome { Failure = failure },
            RunAsync = (invocation, token) => RunAsync(invocation, (invocation.Get(source), invocation.Get(form) ?? Forms[0], invocation.Get(engine)), token),
        };
    }

    private static async Task<Outcome> RunAsync(Invocation invocation, (string? Source, string Form, string? Engine) words, CancellationToken cancellationToken)
    {
        var address = invocation.Settings.FindAddress();
        var side = words.Source is null && address is not null
            ? SchemaSide.Of(address, "--url")
            : await SchemaSide.OpenAsync(invocation.Settings.SourcePath(words.Source), invocation, cancellationToken).ConfigureAwait(false);
        var kind = SchemaSide.EngineOf(SchemaOptions.Read(words.Engine), invocation.Settings, side);
        var server = ScratchServer.Of(kind, invocation.Settings, side.Address);
        var model = await side.ReadAsync(server, cancellationToken).ConfigureAwait(false);
        return new InspectOutcome
        {
            Database = server.Engine.Name,
            Source = side.Word,
            As = words.Form,
            Shown = words.Form switch
            {
                InspectOutcome.Json => SchemaJson.Write(model, server.Engine.Name),
                "mermaid" => MermaidDiagram.Write(model),
                "dbml" => DbmlText.Write(model),
                "tbls" => TblsJson.Write(model, server.Engine.Name),
                _ => DraftText.Of(model, server.Engine),
            },
        };
    }
}
