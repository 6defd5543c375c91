namespace Dowel.Conformance;

public sealed class PooledApply() : ApplyContract(Engine.Pooled);

public sealed class PooledStepwise() : StepwiseContract(Engine.Pooled);

public sealed class PooledTransaction() : TransactionContract(Engine.Pooled);

public sealed class PooledHistory() : HistoryContract(Engine.Pooled);

public sealed class PooledUndo() : UndoContract(Engine.Pooled);

public sealed class PooledRepair() : RepairContract(Engine.Pooled);

public sealed class PooledPlan() : PlanContract(Engine.Pooled);

public sealed class PooledBaseline() : BaselineContract(Engine.Pooled);

public sealed class PooledOrder() : OrderContract(Engine.Pooled);

public sealed class PooledCopies() : CopyContract(Engine.Pooled);

public sealed class PooledSteps() : PostgresStepsContract(Engine.Pooled);
