// Each test has a working folder, and a process has only one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
