using System.CommandLine;

namespace Dowel.Cli;

/// <summary><c>dowel add</c>: writes the migration that brings the scripts to a schema.</summary>
internal static class AddCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "What the migration does, in a few words" };
        var source = new Argument<string?>("SOURCE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "What the scripts are to be brought to: an assembly (.dll) or a project (.csproj) with records, or a .sql file. Default: the project in the working folder",
        };
        var folder = SharedOptions.Named<string>("--dir", "D", "The folder of scripts, made where it is missing. Default: \"source\" in dowel.json, else the project's Migrations, else ./migrations");
        var allow = SchemaOptions.Allow();
        var engine = SchemaOptions.Engine("Write for this engine alone. Default: both, where the assembly has statements for both");
        return new DowelCommand("add", "Write the migration that brings the scripts to the records of an assembly, proven on a throw-away database")
        {
            Arguments = { name, source },
            Options = { folder, allow, engine },
            Examples =
            [
                "dowel add \"add emails\" App.csproj --url postgres://app@localhost/app", "dowel add add_emails App.csproj --engine sqlite",
                "dowel add drop_names App.csproj --allow drop-column:users.name", "dowel add start schema.sql --engine sqlite --dir migrations",
            ],
            Fail = static failure => new AddOutcome { Failure = failure },
            RunAsync = (invocation, token) => new AddRun(invocation) { Allowed = invocation.Get(allow) ?? [], Engine = SchemaOptions.Read(invocation.Get(engine)) }
                .RunAsync(invocation.Get(name)!, (invocation.Get(source), invocation.Get(folder)), token),
        };
    }
}
