using Dowel.Data;

namespace GameAccounts;

/// <summary>What players have unlocked.</summary>
[Repository<UserUnlock>]
public sealed partial class UnlockRepository
{
    /// <summary>Lists what a player has unlocked, the oldest first.</summary>
    /// <param name="userId">The player.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>All of it.</returns>
    [Query("select {columns} from user_unlocks where user_id = @userId order by unlocked_at, flag_id")]
    public partial ValueTask<IReadOnlyList<UserUnlock>> ListForAsync(UserId userId, CancellationToken cancellationToken = default);

    /// <summary>Unlocks something; a second time changes nothing, and the first time counts.</summary>
    /// <param name="userId">The player.</param>
    /// <param name="flagId">What it is.</param>
    /// <param name="unlockedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it is new to the player.</returns>
    [Query("insert into user_unlocks (user_id, flag_id, unlocked_at) values (@userId, @flagId, @unlockedAt) on conflict do nothing")]
    public partial ValueTask<bool> GrantAsync(UserId userId, string flagId, DateTimeOffset unlockedAt, CancellationToken cancellationToken = default);
}
