package dev.aisle.campaign.results.uplift;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.results.uplift.TrialRepository.Assigned;
import dev.aisle.campaign.shared.Transactions;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Those whom chance assigned and who allow analytics, personalization and the training of models now. */
@Singleton
class ReadTrial {
    /** What was done with campaigns is kept for analytics, segments for personalization; a model is made of both. */
    private static final List<Purpose> NEEDED =
            List.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);

    private final TrialRepository trials;
    private final ConsentView consents;
    private final Transactions transactions;
    private final UpliftSettings settings;

    ReadTrial(TrialRepository trials, ConsentView consents, Transactions transactions, UpliftSettings settings) {
        this.trials = trials;
        this.consents = consents;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Those whose time for an order is over. */
    List<Assigned> over(Definition definition, String currency, Instant after, Instant now) {
        return later(definition, currency, after, now.minus(definition.goal().within()));
    }

    /** Those who were assigned after a moment and until another one. */
    List<Assigned> later(Definition definition, String currency, Instant after, Instant until) {
        try (Use _ = consents.beginUse()) {
            return transactions
                    .call(connection -> trials.observed(
                            connection,
                            definition.campaign().id(),
                            definition.campaign().version(),
                            definition.goal().within(),
                            currency,
                            after,
                            until,
                            settings.mostPeople()))
                    .stream()
                    .filter(one -> allows(one.observed().pseudonym()))
                    .toList();
        }
    }

    private boolean allows(String pseudonym) {
        return NEEDED.stream().allMatch(purpose -> consents.allows(pseudonym, purpose));
    }
}
