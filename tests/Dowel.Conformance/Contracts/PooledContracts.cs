namespace Dowel.Conformance;

public sealed class PooledApply() : ApplyContract(PooledEngine.Instance);

public sealed class PooledStepwise() : StepwiseContract(PooledEngine.Instance);

public sealed class PooledTransaction() : TransactionContract(PooledEngine.Instance);

public sealed class PooledHistory() : HistoryContract(PooledEngine.Instance);

public sealed class PooledUndo() : UndoContract(PooledEngine.Instance);

public sealed class PooledRepair() : RepairContract(PooledEngine.Instance);

public sealed class PooledPlan() : PlanContract(PooledEngine.Instance);

public sealed class PooledBaseline() : BaselineContract(PooledEngine.Instance);

public sealed class PooledOrder() : OrderContract(PooledEngine.Instance);

public sealed class PooledCopies() : CopyContract(PooledEngine.Instance);

public sealed class PooledSteps() : PostgresStepsContract(PooledEngine.Instance);
