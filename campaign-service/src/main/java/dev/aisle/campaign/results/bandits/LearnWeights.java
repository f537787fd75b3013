package dev.aisle.campaign.results.bandits;

import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.RunningCampaigns;
import dev.aisle.campaign.results.bandits.OutcomeRepository.Question;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learns from what was shown: a new epoch of weights for each running campaign with a bandit that has new evidence. One replica at a time. */
@ApplicationScoped
public class LearnWeights {
    private final RunningCampaigns running;
    private final BanditRepository epochs;
    private final OutcomeRepository outcomes;
    private final BanditSettings settings;
    private final AgroalDataSource database;
    private final InstantSource clock;

    LearnWeights(
            RunningCampaigns running,
            BanditRepository epochs,
            OutcomeRepository outcomes,
            BanditSettings settings,
            AgroalDataSource database,
            InstantSource clock) {
        this.running = running;
        this.epochs = epochs;
        this.outcomes = outcomes;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /** Learns; how many campaigns have a new epoch. */
    @Transactional
    public int learn() {
        return Sql.on(database, "What was shown could not be learned from", connection -> {
            if (!epochs.lock(connection)) {
                return 0;
            }
            Instant now = clock.instant();
            int learned = 0;
            for (Definition definition : running.now()) {
                BanditPlan plan = definition.bandit();
                learned += plan != null && learn(connection, definition, plan, now) ? 1 : 0;
            }
            epochs.removeBefore(connection, now.minus(settings.keep()));
            return learned;
        });
    }

    private boolean learn(Connection connection, Definition definition, BanditPlan plan, Instant now)
            throws SQLException {
        String campaign = definition.campaign().id();
        int version = definition.campaign().version();
        List<Outcome> evidence = outcomes.outcomes(connection, question(connection, definition, plan, now));
        Optional<LearnedEpoch> last = epochs.newest(connection, campaign, version);
        if (last.map(one -> one.evidence().equals(evidence)).orElse(evidence.isEmpty())) {
            return false;
        }
        Map<Integer, double[]> weights =
                Weighing.weights(plan, definition.campaign().variations(), evidence);
        int number = last.map(LearnedEpoch::number).orElse(0) + 1;
        epochs.add(connection, campaign, version, new LearnedEpoch(number, now, weights, evidence));
        return true;
    }

    private Question question(Connection connection, Definition definition, BanditPlan plan, Instant now)
            throws SQLException {
        String campaign = definition.campaign().id();
        int version = definition.campaign().version();
        String currency = plan.reward() == Reward.REVENUE
                ? outcomes.currency(connection, campaign, version).orElse("")
                : null;
        return new Question(campaign, version, plan.reward(), plan.within(), now.minus(plan.within()), currency);
    }
}
