using System.Diagnostics;

namespace Dowel.Defects;

/// <summary>Every kind of mistake, made everywhere in a system where it can be made, is told where it is made.</summary>
public abstract class DefectTests(SystemSource system, DefectDatabases databases) : IAsyncLifetime
{
    public static TheoryData<DefectClass> Classes => [.. TextDefects.All, .. BalanceDefects.All, .. MethodDefects.All, .. ResultDefects.All, .. RecordDefects.All];

    [Fact]
    public async Task The_system_itself_has_none()
    {
        system.Whole.Findings.ShouldBeEmpty();
        foreach (var engine in Checker.Engines)
        {
            (await databases.Of(engine).FindAsync(system.Whole.ContractsBeside(null))).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Classes), DisableDiscoveryEnumeration = true)]
    public async Task A_mistake_is_told_where_it_is(DefectClass kind)
    {
        var (started, missed, count) = (Stopwatch.GetTimestamp(), new List<string>(), 0);
        foreach (var defect in kind.Make(system))
        {
            var build = system.With(defect.File, defect.Text);
            foreach (var engine in Checker.Engines.Where(engine => defect.Engine is null || defect.Engine == engine))
            {
                count++;
                var found = build.Findings.Count > 0 ? build.Findings : await databases.Of(engine).FindAsync(build.ContractsBeside(system.Whole));
                if (!found.Any(defect.IsTold) && engine != kind.SilentOn)
                {
                    missed.Add($"{engine}: {defect}\n    {string.Join("\n    ", found)}");
                }
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: {count}, {missed.Count} missed, {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
        missed.ShouldBeEmpty(string.Join('\n', missed));
    }

    public async ValueTask InitializeAsync() => await databases.OpenAsync(system);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
