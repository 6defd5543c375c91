namespace Dowel.Defects;

public sealed class DeployStoreDefects(DefectDatabases databases) : DefectTests(SystemSource.DeployStore, databases), IClassFixture<DefectDatabases>;
