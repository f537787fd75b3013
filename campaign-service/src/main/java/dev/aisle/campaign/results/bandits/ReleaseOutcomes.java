package dev.aisle.campaign.results.bandits;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.results.bandits.OutcomeRepository.Question;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;

/** Counts what came of variations and lets the guard release it. What draws the variations goes by exact numbers, what is said of them by these. */
@Singleton
public class ReleaseOutcomes {
    private final OutcomeRepository outcomes;
    private final GuardedFigures guarded;
    private final InstantSource clock;

    ReleaseOutcomes(OutcomeRepository outcomes, GuardedFigures guarded, InstantSource clock) {
        this.outcomes = outcomes;
        this.guarded = guarded;
        this.clock = clock;
    }

    /** The answer, and what it says of the counts. */
    public record Released(CountedOutcomes counted, Answer answer) {}

    /** Releases what came of a version within a time after each contact. */
    public Released of(Connection connection, Definition definition, Reward reward, Duration within)
            throws SQLException {
        String id = definition.campaign().id();
        int version = definition.campaign().version();
        BanditPlan plan = definition.bandit();
        String currency = reward == Reward.REVENUE
                ? outcomes.currency(connection, id, version).orElse("")
                : null;
        CountedOutcomes counted = new CountedOutcomes(
                plan == null ? 1 : plan.contexts(),
                definition.campaign().variations().stream().map(Variation::id).toList(),
                outcomes.latest(
                        connection,
                        new Question(
                                id, version, reward, within, clock.instant().minus(within), currency)));
        return new Released(
                counted, guarded.ask(counted.question(reward.code() + " " + within + " " + version + " " + id)));
    }
}
