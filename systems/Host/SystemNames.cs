namespace SystemsHost;

/// <summary>What the systems are called: a database, a schema and a section of the configuration each.</summary>
internal static class SystemNames
{
    /// <summary>The accounts of the game server.</summary>
    public const string GameAccounts = "game_accounts";

    /// <summary>The XP ledger.</summary>
    public const string PlayerEngagement = "xp";

    /// <summary>Users, tokens, roles and audit.</summary>
    public const string CoreData = "core_data";

    /// <summary>The deployment tool.</summary>
    public const string DeployStore = "deploy_store";

    /// <summary>Projects with owners.</summary>
    public const string Workspaces = "workspaces";
}
