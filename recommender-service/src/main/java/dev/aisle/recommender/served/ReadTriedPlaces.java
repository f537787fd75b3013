package dev.aisle.recommender.served;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.recommender.models.domain.Asked;
import dev.aisle.recommender.models.gate.TriedPlaces;
import dev.aisle.recommender.served.TriedPlaceRepository.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Reads the randomised part of what was shown: of people who allow now that models learn from it. */
@Singleton
class ReadTriedPlaces implements TriedPlaces {
    private static final int MOST = 20_000;

    private final TriedPlaceRepository places;
    private final ConsentView consents;
    private final ErasedSubjects erased;

    ReadTriedPlaces(TriedPlaceRepository places, ConsentView consents, ErasedSubjects erased) {
        this.places = places;
        this.consents = consents;
        this.erased = erased;
    }

    /** @throws IllegalStateException when the consents aren't known now */
    @Override
    public List<Tried> since(Instant from) {
        requireKnown();
        Instant now = Instant.now();
        List<Tried> tried = places.since(from, Asked.LONGEST, MOST).stream()
                .filter(row -> mayLearnFrom(row, now))
                .map(row -> new Tried(
                        row.exposure(), row.history(), row.size(), row.productId(), row.propensity(), row.taken()))
                .toList();
        requireKnown();
        return tried;
    }

    private void requireKnown() {
        if (!consents.current() || !erased.current()) {
            throw new IllegalStateException("The consents aren't known now; try again.");
        }
    }

    private boolean mayLearnFrom(Row row, Instant now) {
        return consents.of(row.pseudonym()).allows(Purpose.MODEL_TRAINING, now, row.consentVersion())
                && !erased.contains(row.pseudonym());
    }
}
