using System.Text.RegularExpressions;
using Dowel.Migrations;

namespace Dowel.Defects;

/// <summary>What is wrong with the scripts is told at the records and statements that need it.</summary>
public sealed class ScriptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dowel-defects-").FullName;

    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "a table is never made", @"create table user_unlocks \([^;]*\);", "select 1;", "DWL3101 Unlocks/UserUnlock.cs:10" },
        { "a unique constraint is missing", @"constraint accounts_email_key unique \(email\),", "", "DWL3108 Accounts/Account.cs:15" },
        { "a unique index counts for some rows alone", @"constraint accounts_email_key unique \(email\),([^;]*;)", "$1 create unique index e on accounts (email) where email <> '';", "DWL3108 Accounts/Account.cs:15" },
        { "a column has another name", "    pass_hash text not null", "    password_hash text not null default 'x'", "DWL3102 Accounts/Account.cs:17" },
        { "a column has another type", "    flag_id text", "    flag_id bytea", "DWL3103 Unlocks/UserUnlock.cs:12" },
        { "a column can be null", "    unlocked_at bigint not null", "    unlocked_at bigint", "DWL3104 Unlocks/UserUnlock.cs:13" },
        { "a column cannot be null", "    last_login_at bigint", "    last_login_at bigint not null", "DWL3105 Accounts/Account.cs:19" },
        { "a column is new and needs a value", "    level integer", "    stage integer not null,\n    level integer", "DWL3106 Progression/PlayerProgression.cs:10" },
        { "a key has a column less", @"primary key \(user_id, flag_id\)", "primary key (flag_id)", "DWL3107 Unlocks/UserUnlock.cs:11" },
        { "an identity is none", @"user_id \$\{identity\}", "user_id bigint not null primary key", "DWL3109 Accounts/Account.cs:14" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_script_that_does_not_fit_is_told(string mistake, string script, string wrong, string finding)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Join(SystemSource.GameAccounts.Folder, "Migrations")))
        {
            var text = Regex.Replace(File.ReadAllText(path), script, wrong, RegexOptions.None, TimeSpan.FromSeconds(1));
            await File.WriteAllTextAsync(Path.Join(_folder, Path.GetFileName(path)), text.Replace("pass_hash <> ''", "1 = 1", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        }

        foreach (var engine in Checker.Engines)
        {
            await using var database = await Checker.OpenAsync(engine, new FolderSource(_folder));
            var found = await database.FindAsync(SystemSource.GameAccounts.Whole.ContractsBeside(null));
            found.Select(each => $"{each.Code} {each.File}:{each.Line}").ShouldContain(finding, $"{engine}: {mistake}");
            found.Select(each => each.Code).Distinct().Except(["DWL3110", "DWL3115", "DWL3116"]).ShouldHaveSingleItem(engine);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
