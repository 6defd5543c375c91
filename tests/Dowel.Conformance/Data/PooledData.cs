namespace Dowel.Conformance;

// Behind a pooler that gives each transaction another session: nothing may be prepared or set for longer than that.
public sealed class PooledStatements() : StatementContract(PooledEngine.Instance);

public sealed class PooledMany() : ManyContract(PooledEngine.Instance);

public sealed class PooledTransact() : TransactContract(PooledEngine.Instance);

public sealed class PooledRetry() : RetryContract(PooledEngine.Instance);

public sealed class PooledStreams() : StreamContract(PooledEngine.Instance);

public sealed class PooledPages() : PageContract(PooledEngine.Instance);
