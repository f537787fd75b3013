package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.algorithms.rerank.PurchaseRhythm;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What the person buys again and again, when it is time: see {@link PurchaseRhythm}. */
public final class DueSource implements CandidateSource {
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Map<String, Double> due;
    private final ToIntFunction<String> indexOf;

    private DueSource(Map<String, Double> due, ToIntFunction<String> indexOf) {
        this.due = due;
        this.indexOf = indexOf;
    }

    /**
     * A source of a history.
     *
     * @param indexOf the number of a product in the model; negative when it has none
     */
    public static DueSource of(List<PastInteraction> history, Instant now, ToIntFunction<String> indexOf) {
        Map<String, List<Instant>> purchases = new LinkedHashMap<>();
        history.stream()
                .filter(past -> past.type() == InteractionType.PURCHASE)
                .forEach(past -> purchases
                        .computeIfAbsent(past.productId(), id -> new ArrayList<>())
                        .add(past.at()));
        Map<String, Double> due = new LinkedHashMap<>();
        purchases.forEach((id, times) -> {
            double degree = degree(times, now);
            if (degree > 0) {
                due.put(id, degree);
            }
        });
        return new DueSource(due, indexOf);
    }

    private static double degree(List<Instant> times, Instant now) {
        long[] days = times.stream()
                .mapToLong(time -> time.toEpochMilli() / (long) DAY_MILLIS)
                .toArray();
        Instant last = times.stream().max(Comparator.naturalOrder()).orElse(now);
        return PurchaseRhythm.of(days).due((now.toEpochMilli() - last.toEpochMilli()) / DAY_MILLIS);
    }

    /** The products that are due, which may stand in the list although they were bought. */
    public Map<String, Double> due() {
        return due;
    }

    @Override
    public Source source() {
        return Source.DUE_AGAIN;
    }

    @Override
    public Found find(Question question) {
        List<Hit> hits = new ArrayList<>();
        due.forEach((id, degree) -> {
            CatalogueItem product = question.shop().shelf().get(id);
            if (product != null && question.eligible().test(product)) {
                hits.add(new Hit(product, Math.max(-1, indexOf.applyAsInt(id))));
            }
        });
        return new Due(hits, due);
    }

    private record Due(List<Hit> hits, Map<String, Double> due) implements Found {
        @Override
        public Source source() {
            return Source.DUE_AGAIN;
        }

        /** A degree is a share already. */
        @Override
        public float greatest() {
            return due.isEmpty() ? 0 : 1;
        }

        @Override
        public float score(Candidate candidate) {
            return due.getOrDefault(candidate.product().productId(), 0.0).floatValue();
        }

        @Override
        public List<Cause> causes(Candidate candidate) {
            return List.of(new Cause(new Signal(candidate.product().productId(), Signal.Kind.BOUGHT, 1), 1));
        }
    }
}
