package dev.aisle.recommender.served;

import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.recommender.models.ranking.FeatureNames;
import dev.aisle.recommender.models.ranking.RankingExamples;
import dev.aisle.recommender.served.ShownListRepository.Row;
import dev.aisle.recommender.served.ShownListRepository.Wanted;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Reads what a ranker may learn from: lists that were shown, what was known of their items at that time, and what followed. */
@Singleton
class ReadShownLists implements RankingExamples {
    private static final int MOST_LISTS = 50_000;

    private final ShownListRepository shownLists;
    private final ConsentView consents;
    private final ErasedSubjects erased;

    ReadShownLists(ShownListRepository shownLists, ConsentView consents, ErasedSubjects erased) {
        this.shownLists = shownLists;
        this.consents = consents;
        this.erased = erased;
    }

    /**
     * Gives the lists that were shown in a span of time to people who allow now that models learn from it, the newest first, at most 50,000.
     * Features are those of {@link FeatureNames#VERSION}; items that the recommender didn't put into the list aren't in it.
     *
     * @param from the first moment
     * @param until the moment after the last
     * @throws IllegalStateException when the consents aren't known now
     */
    @Override
    public void between(Instant from, Instant until, Consumer<ShownList> each) {
        requireKnown();
        Instant now = Instant.now();
        Wanted wanted = new Wanted(from, until, FeatureNames.VERSION, MOST_LISTS, GAIN_OF_CLICK, GAIN_OF_ORDER);
        shownLists.read(wanted, row -> {
            if (mayLearnFrom(row, now)) {
                ShownList list = listOf(row);
                if (list.size() > 0) {
                    each.accept(list);
                }
            }
        });
        requireKnown();
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

    private static ShownList listOf(Row row) {
        int width = row.features().length / row.answered().size();
        int[] known = IntStream.range(0, row.shown().length)
                .filter(item -> row.answered().contains(row.shown()[item]))
                .toArray();
        float[][] features = new float[known.length][];
        int[] positions = new int[known.length];
        float[] gains = new float[known.length];
        for (int i = 0; i < known.length; i++) {
            features[i] = features(row, row.answered().indexOf(row.shown()[known[i]]), width);
            positions[i] = row.positions()[known[i]];
            gains[i] = row.gains()[known[i]];
        }
        return new ShownList(row.shownAt().toEpochMilli(), features, positions, gains);
    }

    private static float[] features(Row row, int answered, int width) {
        float[] features = new float[width];
        for (int i = 0; i < width; i++) {
            features[i] = row.features()[answered * width + i];
        }
        return features;
    }
}
