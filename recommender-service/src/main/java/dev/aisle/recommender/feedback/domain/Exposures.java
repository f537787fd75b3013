package dev.aisle.recommender.feedback.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was shown in a stretch of time, as it is counted. */
public final class Exposures {
    private final Map<String, Long> times = new HashMap<>();
    private final ListDiversity diversity = new ListDiversity();
    private long people;

    /** To how many people anything was shown. */
    public void to(long people) {
        this.people = people;
    }

    /** How often a product was shown. */
    public void shown(String productId, long times) {
        this.times.merge(productId, times, Long::sum);
    }

    /** An item of a list; the items of a list come one after the other. */
    public void listed(String list, Object kind) {
        diversity.add(list, kind);
    }

    public long people() {
        return people;
    }

    /** How they spread. */
    public Spread spread(SpreadReport report) {
        List<ShownProduct> shown = times.entrySet().stream()
                .map(one -> new ShownProduct(one.getKey(), one.getValue()))
                .toList();
        return report.of(shown, people, diversity.mean());
    }
}
