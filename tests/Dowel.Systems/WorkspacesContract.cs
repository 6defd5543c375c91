using Dowel.Conformance;
using Workspaces;

namespace Dowel.Systems;

public abstract class WorkspacesContract(Engine engine)
    : SystemContract(engine, WorkspacesMigrations.Assembly, WorkspacesMigrations.HistoryTable, tokens: null)
{
    [Theory]
    [InlineData("users", "id,external_id,created_at,last_seen_at")]
    [InlineData("sessions", "token_hash,user_id,expires_at,created_at")]
    [InlineData("projects", "id,owner_id,name,description,created_at,updated_at,revision,archived_at")]
    [InlineData("project_files", "id,project_id,path,content,created_at,updated_at")]
    [InlineData("agent_states", "id,project_id,status,progress,updated_at")]
    public async Task The_tables_have_their_columns(string table, string columns) => (await ColumnsAsync(table)).ShouldBe(columns);
}

public sealed class SqliteWorkspaces() : WorkspacesContract(Engine.Sqlite);

public sealed class PostgresWorkspaces() : WorkspacesContract(Engine.Postgres);
