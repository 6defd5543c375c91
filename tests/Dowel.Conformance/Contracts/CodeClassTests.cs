using System.Data.Common;
using Dowel.Migrations;
using Dowel.Sqlite;

namespace Dowel.Conformance;

/// <summary>Classes that are found in the metadata of this assembly's file.</summary>
public sealed class CodeClassTests
{
    private static readonly string[] Found =
    [
        .. new[] { typeof(TestCode), typeof(ReversibleTestCode), typeof(Derived), typeof(OfGeneric), typeof(ByOwn) }
            .Select(type => type.FullName!).Order(StringComparer.Ordinal),
    ];

    private interface IOwn : ICodeMigration;

    [Fact]
    public void Classes_are_found_however_they_come_to_the_interface()
    {
        var set = Load();

        set.Errors.ShouldAllBe(error => error.Code == "DWL1027");
        set.Errors.Select(error => error.Location!.Value.File).ShouldBe(Found);
    }

    [Fact]
    public void A_set_that_is_given_a_class_does_not_ask_for_it()
    {
        var set = Load().With(new Derived());

        set.Errors.Count.ShouldBe(Found.Length - 1);
        set.Scripts.ShouldHaveSingleItem().Checksum.ShouldBe("code:1");
        new MigrationRefusedException(set.Errors).NeedsCode.ShouldBeTrue();
    }

    [Fact]
    public void A_class_without_a_checksum_is_a_mistake() =>
        Should.Throw<ArgumentException>(() => Load().With(new TestCode("1", TestCode.Sql("")) { Checksum = " " }));

    private static ScriptSet Load() =>
        ScriptSetLoader.Load([new AssemblyFileSource(typeof(CodeClassTests).Assembly.Location)], new SqliteDialect());

    private abstract class Hidden : ICodeMigration
    {
        public MigrationVersion Version { get; } = MigrationVersion.Parse("1");

        public string Description => "hidden";

        public string Checksum => "1";

        public Task ApplyAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private abstract class Generic<T> : Hidden;

    private sealed class Derived : Hidden;

    private sealed class OfGeneric : Generic<int>;

    private sealed class ByOwn : IOwn
    {
        public MigrationVersion Version { get; } = MigrationVersion.Parse("2");

        public string Description => "own";

        public string Checksum => "1";

        public Task ApplyAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
