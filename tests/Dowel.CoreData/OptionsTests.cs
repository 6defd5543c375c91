using CoreData;
using Dowel.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dowel.CoreDataTests;

public sealed class OptionsTests
{
    [Fact]
    public void Lengths_of_time_that_make_no_sense_are_told_all_at_once()
    {
        var services = new ServiceCollection();
        services.AddDowel(CoreDataMigrations.DatabaseName, _ => { }).AddCoreData(options =>
        {
            options.AccessLifetime = TimeSpan.Zero;
            options.SweepInterval = TimeSpan.FromSeconds(-1);
            options.MessagePause = TimeSpan.FromSeconds(-1);
        });
        using var provider = services.BuildServiceProvider();

        var refusal = Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IOptions<CoreDataOptions>>().Value);

        refusal.Failures.Count().ShouldBe(3);
        refusal.Message.ShouldContain("AccessLifetime");
    }

    [Fact]
    public void A_database_of_another_name_is_refused() =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddDowel("other", _ => { }).AddCoreData()).Message.ShouldContain(CoreDataMigrations.DatabaseName);
}
