package dev.aisle.campaign.results.uplift;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.results.uplift.ModelRepository.Kept;
import dev.aisle.campaign.results.uplift.TrialRepository.Assigned;
import dev.aisle.campaign.results.uplift.model.Drift;
import dev.aisle.campaign.results.uplift.model.Observed;
import dev.aisle.campaign.results.uplift.model.UpliftModel;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Watches how models fit the people who came after they were learned, and says when they are due to be learned anew. */
@Singleton
public class WatchUplift {
    private final ReadDefinition readDefinition;
    private final ReadTrial readTrial;
    private final UpliftRules rules;
    private final ModelRepository models;
    private final Transactions transactions;
    private final UpliftSettings settings;
    private final InstantSource clock;

    WatchUplift(
            ReadDefinition readDefinition,
            ReadTrial readTrial,
            UpliftRules rules,
            ModelRepository models,
            Transactions transactions,
            UpliftSettings settings,
            InstantSource clock) {
        this.readDefinition = readDefinition;
        this.readTrial = readTrial;
        this.rules = rules;
        this.models = models;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Watches the models of a campaign; whether one of them is due. Without a model it is due, too. */
    public boolean watch(String id) {
        List<Kept> kept = transactions.call(connection -> models.newest(connection, id));
        boolean due = kept.isEmpty();
        for (Kept one : kept) {
            Drift drift = drift(one.model());
            transactions.call(connection -> {
                models.watched(connection, one, drift);
                return true;
            });
            due |= !reasons(one.model(), drift).isEmpty();
        }
        return due;
    }

    /** Why a model is due, in words; empty while it fits and is young. */
    List<String> reasons(UpliftModel model, Drift drift) {
        List<String> reasons = drift.reasons();
        return clock.instant().isAfter(model.trainedAt().plus(settings.retrainAfter())) && reasons.isEmpty()
                ? List.of("It is older than " + settings.retrainAfter() + ".")
                : reasons;
    }

    private Drift drift(UpliftModel model) {
        Definition definition = readDefinition
                .of(model.campaign(), model.version())
                .orElseThrow(() -> new IllegalStateException("Versions of campaigns stay: " + model.campaign()));
        Instant now = clock.instant();
        String currency = rules.currency(definition);
        return Drift.of(
                model,
                people(model, readTrial.later(definition, currency, model.upTo(), now)),
                people(model, readTrial.over(definition, currency, model.upTo(), now)),
                rules.leastLearned());
    }

    private static List<Observed> people(UpliftModel model, List<Assigned> people) {
        return TrainUplift.of(model.variation(), people).stream()
                .map(Assigned::observed)
                .toList();
    }
}
