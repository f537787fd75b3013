package dev.aisle.recommender.models.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.interactions.domain.InteractionType;
import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.interactions.store.InteractionRepository.TrainingRow;
import dev.aisle.recommender.models.checks.domain.TrainingFigures;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.registry.usecase.BeginReading;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what models may learn from: of everybody who grants it now. */
@Singleton
public class ReadTrainingSet {
    private static final Set<Purpose> PURPOSES = Set.of(Purpose.MODEL_TRAINING);

    private final BeginReading beginReading;
    private final ReadDeeds readDeeds;
    private final InteractionRepository interactions;
    private final ConsentView consents;
    private final Catalogue catalogue;

    ReadTrainingSet(
            BeginReading beginReading,
            ReadDeeds readDeeds,
            InteractionRepository interactions,
            ConsentView consents,
            Catalogue catalogue) {
        this.beginReading = beginReading;
        this.readDeeds = readDeeds;
        this.interactions = interactions;
        this.consents = consents;
        this.catalogue = catalogue;
    }

    /**
     * What was read.
     *
     * @param at when reading began
     * @param lastInteraction no interaction with a greater number was read
     */
    record Reading(TrainingSet set, TrainingFigures figures, Instant at, long lastInteraction) {}

    /** Reads it. */
    Reading read() {
        if (!readDeeds.known()) {
            throw new IllegalStateException("The consents aren't known now; try again.");
        }
        TrainingSetBuilder rows = new TrainingSetBuilder();
        Map<String, Long> types = new HashMap<>();
        Instant at = beginReading.begin();
        Instant now = Instant.now();
        readDeeds.all(PURPOSES, now, deed -> {
            TrainingRow row = deed.row();
            String basket = row.type() == InteractionType.PURCHASE ? row.eventId() : null;
            rows.add(deed.person(), row.productId(), basket, deed.weight(), row.millis());
            boolean personal = consents.of(row.pseudonym()).allows(Purpose.PERSONALIZATION, now, row.consentVersion());
            rows.under(row.circumstances().limitedTo(personal, true));
            types.merge(row.type().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        });
        TrainingSet set = rows.build();
        return new Reading(set, set.figures(id -> catalogue.get(id) != null, types), at, interactions.newest());
    }
}
