namespace Dowel.Defects;

public sealed class GameAccountsDefects(DefectDatabases databases) : DefectTests(SystemSource.GameAccounts, databases), IClassFixture<DefectDatabases>;
