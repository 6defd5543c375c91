using System.CommandLine;

namespace Dowel.Cli;

/// <summary><c>dowel diff</c>: the changes from one schema to another.</summary>
internal static class DiffCommand
{
    private const string Sides = "a database's URL, a folder of scripts, an assembly, a project or a .sql file";

    private static readonly string[] Forms = ["sql", DiffOutcome.Json];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var from = Side("--from", "X", $"Where to start: {Sides}");
        var to = Side("--to", "Y", $"Where to arrive: {Sides}");
        var form = SharedOptions.OneOf("--as", Forms, "The form of the changes. Default: sql");
        var allow = SchemaOptions.Allow();
        var engine = SchemaOptions.Engine("Where scripts are replayed. Default: the engine of a URL, else sqlite");
        return new DowelCommand("diff", "Tell the changes from one schema to another; changes nothing")
        {
            Options = { from, to, form, allow, engine },
            Examples =
            [
                "dowel diff --from sqlite:app.db --to migrations", "dowel diff --from migrations --to schema.sql --as json",
                "dowel diff --from $DATABASE_URL --to App.csproj --allow drop-column:users.name",
            ],
            Fail = static failure => new DiffOutcome { Failure = failure },
            RunAsync = (invocation, token) => new DiffRun(invocation) { Allowed = invocation.Get(allow) ?? [], Form = invocation.Get(form) ?? Forms[0], Engine = SchemaOptions.Read(invocation.Get(engine)) }
                .RunAsync(invocation.Get(from)!, invocation.Get(to)!, token),
        };
    }

    private static Option<string> Side(string name, string value, string description)
    {
        var option = SharedOptions.Named<string>(name, value, description);
        option.Required = true;
        return option;
    }
}
