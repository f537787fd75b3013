package dev.aisle.recommender.serving.domain;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.algorithms.recommend.TopK;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Asked;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.serving.domain.Signals.Known;
import dev.aisle.recommender.serving.domain.TrialRows.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much each weight of a mix is worth, on what came after a moment: {@code FILE SHARE}, where the file has lines
 * {@code person product type millis} with tabs between, and the share of the lines before the moment. For the whole list as the gate
 * judges it (what people took up that was new to them), and step by step within visits (what came next). Prints, asserts nothing.
 */
final class MixTrial {
    private static final float[] WEIGHTS = {0, 0.1f, 0.2f, 0.4f, 0.8f, 1.6f, 100};
    private static final int CUTOFF = 20;
    private static final int MOST_STEPS = 6_000;
    private static final long GAP = Duration.ofMinutes(30).toMillis();

    private MixTrial() {}

    /** What came next, after what. */
    private record Step(List<PastInteraction> history, List<String> cart, List<String> visit, String next) {}

    public static void main(String[] arguments) throws IOException {
        List<Row> rows = TrialRows.read(Path.of(arguments[0]));
        TrainingSet set = TrialRows.set(rows);
        long moment = set.momentOf(Double.parseDouble(arguments[1]));
        TrainedModel model = new Learning()
                .fit(set, moment, new Name("", Instant.EPOCH), new TrainingProgress(), new Span("", 0, 1));
        System.out.printf(
                Locale.ROOT,
                "%s: %,d interactions, %,d people, %,d products, %,d visits%n",
                arguments[0],
                set.size(),
                set.userCount(),
                model.itemCount(),
                model.sessions().sessionCount());
        HoldOut holdOut = new HoldOut(set, moment);
        for (float weight : WEIGHTS) {
            System.out.printf(
                    Locale.ROOT,
                    "FIGURE usual, sessions %.1f: nDCG@20 %.4f of %d people%n",
                    weight,
                    Arrays.stream(holdOut.lists(model, usual(weight))).average().orElse(0),
                    holdOut.size());
        }
        steps("next", model, steps(rows, moment, false), false);
        steps("cart", model, steps(rows, moment, true), true);
    }

    private static Mix usual(float weight) {
        return weight > 99 ? new Mix(0, 0, 1, 0, 0, 0) : new Mix(0.4f, 0f, weight, 0.5f, 0.1f, 0.3f);
    }

    private static Mix cart(float weight) {
        return weight > 99 ? new Mix(0, 0, 1, 0, 0, 0) : new Mix(0.25f, 0.6f, weight, 0.25f, 0f, 0.05f);
    }

    private static void steps(String name, TrainedModel model, List<Step> steps, boolean beside) {
        for (float weight : WEIGHTS) {
            double hits = 0;
            double reciprocal = 0;
            for (Step step : steps) {
                int rank = rank(model, beside ? cart(weight) : usual(weight), step, beside);
                hits += rank > 0 ? 1 : 0;
                reciprocal += rank > 0 ? 1.0 / rank : 0;
            }
            System.out.printf(
                    Locale.ROOT,
                    "FIGURE %s, sessions %.1f: HR@20 %.4f MRR@20 %.4f of %d steps%n",
                    name,
                    weight,
                    hits / steps.size(),
                    reciprocal / steps.size(),
                    steps.size());
        }
    }

    private static int rank(TrainedModel model, Mix mix, Step step, boolean beside) {
        Signals signals = Signals.of(List.of(), beside ? step.cart() : List.of(), step.history());
        Known all = signals.known(model, signal -> true);
        Known basket = signals.known(model, signal -> signal.kind() == Signal.Kind.CART);
        float[] scores = mix.blend(
                        model,
                        new Asked(
                                signals.session(model).history(),
                                signals.visit(model).history(),
                                all.history(),
                                basket.history(),
                                History.empty()))
                .scores();
        BitSet seen = new BitSet();
        step.visit().stream().mapToInt(model::indexOf).filter(item -> item >= 0).forEach(seen::set);
        List<ScoredItem> top = TopK.select(scores, CUTOFF, seen);
        for (int place = 0; place < top.size(); place++) {
            if (top.get(place).item() == model.indexOf(step.next())) {
                return place + 1;
            }
        }
        return 0;
    }

    /** In carts: what came into it next, as it stood when something had just come into it. */
    private static List<Step> steps(List<Row> rows, long moment, boolean ofCarts) {
        Map<String, List<Row>> people = new TreeMap<>();
        rows.forEach(row ->
                people.computeIfAbsent(row.person(), added -> new ArrayList<>()).add(row));
        List<Step> steps = new ArrayList<>();
        for (List<Row> own : people.values()) {
            List<String> visit = new ArrayList<>();
            List<String> cart = new ArrayList<>();
            int asked = 0;
            for (int at = 0; at < own.size(); at++) {
                Row row = own.get(at);
                if (at > 0 && row.millis() - own.get(at - 1).millis() >= GAP) {
                    visit.clear();
                    cart.clear();
                }
                boolean counts = !ofCarts || (row.type() == InteractionType.CART_ADD && !cart.isEmpty());
                if (row.millis() >= moment && counts && !visit.isEmpty() && !visit.contains(row.product())) {
                    int now = ofCarts ? asked : at;
                    List<PastInteraction> history = own.subList(Math.max(0, now - 100), now).stream()
                            .map(past -> new PastInteraction(past.product(), past.type()))
                            .toList()
                            .reversed();
                    steps.add(new Step(history, cart.reversed().stream().toList(), List.copyOf(visit), row.product()));
                }
                if (!ofCarts || row.type() == InteractionType.CART_ADD) {
                    visit.clear();
                    int from = at;
                    while (from > 0
                            && own.get(from).millis() - own.get(from - 1).millis() < GAP) {
                        from--;
                    }
                    own.subList(from, at + 1).forEach(seen -> visit.add(seen.product()));
                    asked = at + 1;
                }
                if (row.type() == InteractionType.CART_ADD) {
                    cart.add(row.product());
                }
            }
        }
        int every = Math.max(1, steps.size() / MOST_STEPS);
        List<Step> some = new ArrayList<>();
        for (int at = 0; at < steps.size(); at += every) {
            some.add(steps.get(at));
        }
        return some;
    }
}
