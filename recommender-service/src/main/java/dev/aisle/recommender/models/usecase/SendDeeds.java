package dev.aisle.recommender.models.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.interactions.InteractionRepository.TrainingRow;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.models.checks.TrainingFigures;
import dev.aisle.recommender.models.registry.BeginReading;
import dev.aisle.recommender.models.trainer.DeedWriter.Row;
import dev.aisle.recommender.models.trainer.FiguresTally;
import dev.aisle.recommender.models.trainer.TrainerSession;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Sends what models may learn from, of everybody who grants it now, to the process that trains; nothing of it stays here. */
@Singleton
class SendDeeds {
    private static final Set<Purpose> PURPOSES = Set.of(Purpose.MODEL_TRAINING);

    private final BeginReading beginReading;
    private final ReadDeeds readDeeds;
    private final InteractionRepository interactions;
    private final ConsentView consents;
    private final Catalogue catalogue;

    SendDeeds(
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
     * What was sent.
     *
     * @param at when reading began
     * @param lastInteraction no interaction with a greater number was read
     */
    public record Sent(TrainingFigures figures, Instant at, long lastInteraction) {}

    /** Sends it. */
    public Sent send(TrainerSession trainer) {
        if (!readDeeds.known()) {
            throw new IllegalStateException("The consents aren't known now; try again.");
        }
        FiguresTally tally = new FiguresTally();
        Instant at = beginReading.begin();
        Instant now = Instant.now();
        readDeeds.all(PURPOSES, now, deed -> {
            TrainingRow row = deed.row();
            boolean personal = consents.of(row.pseudonym()).allows(Purpose.PERSONALIZATION, now, row.consentVersion());
            trainer.send(new Row(
                    deed.person(),
                    row.productId(),
                    row.type() == InteractionType.PURCHASE ? row.eventId() : null,
                    deed.weight(),
                    row.millis(),
                    row.circumstances().limitedTo(personal, true)));
            tally.add(
                    deed.person(),
                    row.productId(),
                    catalogue.get(row.productId()) != null,
                    row.type().name().toLowerCase(Locale.ROOT),
                    row.millis());
        });
        long last = interactions.newest();
        trainer.end();
        return new Sent(tally.figures(), at, last);
    }
}
