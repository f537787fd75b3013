package dev.aisle.recommender.models.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.catalog.usecase.ProductDomains;
import dev.aisle.recommender.interactions.domain.InteractionType;
import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.interactions.store.InteractionRepository.TrainingRow;
import dev.aisle.recommender.models.checks.domain.TrainingFigures;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.registry.usecase.BeginReading;
import dev.aisle.recommender.models.usecase.LearnersByDomain.Learnt;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reads what models may learn from: of everybody who grants it now. */
@Singleton
public class ReadTrainingSet {
    private final BeginReading beginReading;
    private final InteractionRepository interactions;
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final Catalogue catalogue;
    private final ProductDomains domains;
    private final DomainWeights weights;

    ReadTrainingSet(
            BeginReading beginReading,
            InteractionRepository interactions,
            ConsentView consents,
            ErasedSubjects erased,
            Catalogue catalogue,
            ProductDomains domains,
            DomainWeights weights) {
        this.beginReading = beginReading;
        this.interactions = interactions;
        this.consents = consents;
        this.erased = erased;
        this.catalogue = catalogue;
        this.domains = domains;
        this.weights = weights;
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
        if (!consents.current() || !erased.current()) {
            throw new IllegalStateException("The consents aren't known now; try again.");
        }
        TrainingSetBuilder rows = new TrainingSetBuilder();
        Map<String, Long> types = new HashMap<>();
        Instant at = beginReading.begin();
        Instant now = Instant.now();
        Consumer<Learnt> learn = learnt -> {
            TrainingRow row = learnt.row();
            String basket = row.type() == InteractionType.PURCHASE ? row.eventId() : null;
            rows.add(learnt.person(), row.productId(), basket, weights.of(row.type(), learnt.domain()), row.millis());
            boolean personal = consents.of(row.pseudonym()).allows(Purpose.PERSONALIZATION, now, row.consentVersion());
            rows.under(row.circumstances().limitedTo(personal, true));
            types.merge(row.type().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        };
        LearnersByDomain learners = new LearnersByDomain(
                domains.several(),
                row -> domains.of(row.domain(), row.productId()),
                row -> consents.of(row.pseudonym()).allows(Purpose.CROSS_DOMAIN, now, row.consentVersion()),
                learn);
        interactions.forTraining(row -> {
            if (mayLearnFrom(row, now)) {
                learners.add(row);
            }
        });
        learners.end();
        if (!consents.current()) {
            throw new IllegalStateException("The consents weren't known to the end of reading; try again.");
        }
        TrainingSet set = rows.build();
        return new Reading(set, set.figures(id -> catalogue.get(id) != null, types), at, interactions.newest());
    }

    private boolean mayLearnFrom(TrainingRow row, Instant now) {
        return consents.of(row.pseudonym()).allows(Purpose.MODEL_TRAINING, now, row.consentVersion())
                && !erased.contains(row.pseudonym());
    }
}
