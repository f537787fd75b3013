package dev.aisle.recommender.serving.domain;

import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.ranking.RankingExamples;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The lists that somebody would have been given on coming back after a moment: one before the first step, one beside the first product; and what he or she took
 * from then on. What is shown depends on what was known before the moment only.
 */
public final class Replay {
    /** Deeper than a page, so that there is something to put higher. */
    private static final int LENGTH = 50;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Pipeline pipeline = new Pipeline(Gatherer.inTurn(), Scale.shareOfBest());
    private final ShopView past;
    private final long moment;

    /**
     * A replay.
     *
     * @param past the shop with a model that has seen nothing of what happened from the moment on
     * @param moment milliseconds since 1970
     */
    public Replay(ShopView past, long moment) {
        this.past = past;
        this.moment = moment;
    }

    /**
     * Something that somebody did.
     *
     * @param domain that it belongs to; empty where there is one domain, or nobody knows
     */
    public record Deed(PastInteraction past, String domain) {
        private boolean isBefore(long moment) {
            return past.at().toEpochMilli() < moment;
        }
    }

    /**
     * The lists of a person; none for who hadn't been there before, or didn't come back.
     *
     * @param deeds all of them, the oldest first
     */
    public List<ShownList> of(List<Deed> deeds) {
        int first = 0;
        while (first < deeds.size() && deeds.get(first).isBefore(moment)) {
            first++;
        }
        if (first == 0 || first == deeds.size()) {
            return List.of();
        }
        List<Deed> before = deeds.subList(0, first);
        List<Deed> after = deeds.subList(first, deeds.size());
        List<ShownList> lists = new ArrayList<>();
        add(lists, before, after, List.of());
        add(lists, before, after, List.of(after.getFirst().past().productId()));
        return lists;
    }

    private void add(List<ShownList> lists, List<Deed> before, List<Deed> after, List<String> page) {
        Deed first = after.getFirst();
        RecommendQuery query = new RecommendQuery(
                new Visit("", "replay", page, List.of(), Set.of(), List.of()),
                LENGTH,
                ItemFilter.NONE.in(DomainRule.of(first.domain())),
                Reranking.NONE,
                Page.first(),
                new Shape(false, Locale.ROOT));
        Audience audience = new Audience(null, history(before, first.domain()));
        Made made = pipeline.made(PersonalPlan.of(
                query, audience, past, Deadline.in(PATIENCE), first.past().at()));
        List<Item> items = made.list().items();
        if (!items.isEmpty()) {
            int[] positions = new int[items.size()];
            Arrays.fill(positions, 1);
            lists.add(new ShownList(
                    first.past().at().toEpochMilli(),
                    made.features().toArray(float[][]::new),
                    positions,
                    gains(items, after)));
        }
    }

    /** The newest first. */
    private static List<PastInteraction> history(List<Deed> before, String domain) {
        return before.reversed().stream()
                .map(deed ->
                        deed.domain().equals(domain) ? deed.past() : deed.past().fromElsewhere())
                .toList();
    }

    private static float[] gains(List<Item> items, List<Deed> after) {
        Map<String, Float> gains = new HashMap<>();
        after.forEach(deed -> gains.merge(deed.past().productId(), gain(deed), Math::max));
        float[] row = new float[items.size()];
        for (int place = 0; place < row.length; place++) {
            row[place] = gains.getOrDefault(items.get(place).product().productId(), 0f);
        }
        return row;
    }

    private static float gain(Deed deed) {
        return deed.past().type() == InteractionType.PURCHASE
                ? RankingExamples.GAIN_OF_ORDER
                : RankingExamples.GAIN_OF_CLICK;
    }
}
