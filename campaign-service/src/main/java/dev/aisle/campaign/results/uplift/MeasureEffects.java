package dev.aisle.campaign.results.uplift;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Measures what campaigns changed, from the people whom chance gave them or kept from them. */
@Singleton
class MeasureEffects {
    private final TrialRepository trials;
    private final ModelRepository models;
    private final Transactions transactions;
    private final UpliftRules rules;
    private final InstantSource clock;

    MeasureEffects(
            TrialRepository trials,
            ModelRepository models,
            Transactions transactions,
            UpliftRules rules,
            InstantSource clock) {
        this.trials = trials;
        this.models = models;
        this.transactions = transactions;
        this.rules = rules;
        this.clock = clock;
    }

    /** Keeps the effect of a campaign where enough people are there. */
    void of(Definition definition) {
        Instant now = clock.instant();
        transactions.call(connection -> {
            Optional<MeasuredUplift> effect = trials.effect(
                    connection,
                    definition.campaign().id(),
                    definition.campaign().version(),
                    definition.goal().within(),
                    now.minus(definition.goal().within()));
            if (effect.isPresent() && isEnough(effect.get())) {
                models.measured(connection, effect.get(), now);
            }
            return true;
        });
    }

    private boolean isEnough(MeasuredUplift one) {
        int least = rules.leastLearned();
        return one.treated() >= least && one.heldOut() >= least;
    }
}
