using System.CommandLine;
using System.CommandLine.Help;

namespace Dowel.Cli;

/// <summary>All commands with all their options.</summary>
internal static class CommandTree
{
    /// <summary>Makes the tree.</summary>
    public static RootCommand Create(SharedOptions options, Surroundings surroundings)
    {
        var root = new RootCommand("Dowel brings a database to the state that ordered SQL scripts describe.")
        {
            UpCommand.Create(),
            DownCommand.Create(),
            StatusCommand.Create(),
            PlanCommand.Create(),
            NewCommand.Create(),
            VerifyCommand.Create(),
            RepairCommand.Create(),
            BaselineCommand.Create(),
            AdoptCommand.Create(),
            WaitCommand.Create(),
            CreateCommand.Create(),
            DropCommand.Create(),
            DoctorCommand.Create(),
            InspectCommand.Create(),
            DiffCommand.Create(),
            AddCommand.Create(),
        };
        foreach (var option in options.All)
        {
            root.Add(option);
        }

        foreach (var option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption { Action: HelpAction help } => new HelpWithExamples(help, surroundings),
                VersionOption => new VersionAction(),
                _ => option.Action,
            };
        }

        return root;
    }
}
