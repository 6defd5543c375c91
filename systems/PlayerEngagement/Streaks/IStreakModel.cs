using System.Text.Json.Nodes;

namespace PlayerEngagement;

/// <summary>How a streak grows, bears missed days and ends. Policies name it; register another one beside those that there are.</summary>
/// <remarks>Pure: the same arguments always give the same step, since a claim that met another one is decided again.</remarks>
public interface IStreakModel
{
    /// <summary>The name that policies say.</summary>
    string Name { get; }

    /// <summary>Looks for mistakes in a policy's options for this model.</summary>
    /// <param name="options">The options; null for none.</param>
    /// <returns>What is wrong, for people; nothing where all is well.</returns>
    IReadOnlyList<string> Check(JsonObject? options);

    /// <summary>Takes a streak on by one claim.</summary>
    /// <param name="before">How it stood after the last one.</param>
    /// <param name="visit">The claim.</param>
    /// <returns>How it stands now.</returns>
    StreakStep Advance(StreakState before, StreakVisit visit);
}
