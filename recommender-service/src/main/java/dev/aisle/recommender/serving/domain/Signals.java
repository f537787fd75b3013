package dev.aisle.recommender.serving.domain;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Asked;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.Signal.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What is known of what is wanted now: the page, the cart and what the person did, the newest counting most. */
public final class Signals {
    /** Beside what somebody did in the list's own domain, the same done elsewhere is a weak signal. */
    private static final float ELSEWHERE = 0.3f;

    private final List<Signal> signals;

    private Signals(List<Signal> signals) {
        this.signals = signals;
    }

    /**
     * Signals out of products and a history.
     *
     * @param history the newest first
     */
    public static Signals of(List<String> page, List<String> cart, List<PastInteraction> history) {
        Map<String, Signal> found = new LinkedHashMap<>();
        page.forEach(id -> found.putIfAbsent(id, new Signal(id, Kind.PAGE, Asked.OF_PAGE)));
        cart.forEach(id -> found.merge(id, new Signal(id, Kind.CART, Asked.OF_PAGE), Signals::stronger));
        addHistory(found, history.stream().filter(past -> !past.elsewhere()).toList());
        addHistory(found, history.stream().filter(PastInteraction::elsewhere).toList());
        return new Signals(List.copyOf(found.values()));
    }

    private static void addHistory(Map<String, Signal> found, List<PastInteraction> history) {
        float recency = 1;
        Map<String, Float> recencies = new LinkedHashMap<>();
        for (PastInteraction past : history) {
            Float own = recencies.get(past.productId());
            if (own == null) {
                if (recencies.size() == Asked.LONGEST || (past.elsewhere() && found.size() >= Asked.LONGEST)) {
                    break;
                }
                own = recency;
                recencies.put(past.productId(), own);
                recency = Math.max(Asked.LEAST, recency * Asked.DECAY);
            }
            float weight = own * weightOf(past.type()) * (past.elsewhere() ? ELSEWHERE : 1);
            Signal signal = new Signal(past.productId(), kindOf(past.type()), weight, past.elsewhere());
            found.merge(past.productId(), signal, Signals::stronger);
        }
    }

    private static Signal stronger(Signal kept, Signal other) {
        return other.weight() > kept.weight() ? other : kept;
    }

    private static Kind kindOf(InteractionType type) {
        return switch (type) {
            case VIEW, LIST_CLICK -> Kind.VIEWED;
            case WISHLIST, CART_ADD, REVIEW -> Kind.CHOSEN;
            case PURCHASE -> Kind.BOUGHT;
        };
    }

    private static float weightOf(InteractionType type) {
        return switch (type) {
            case LIST_CLICK -> 0.7f;
            case VIEW -> 1f;
            case WISHLIST, CART_ADD, REVIEW -> 1.5f;
            case PURCHASE -> 1.2f;
        };
    }

    /** All of them. */
    public List<Signal> all() {
        return signals;
    }

    /** The weights of the first few, by product. */
    public Map<String, Float> weights(int most) {
        Map<String, Float> weights = new LinkedHashMap<>();
        signals.stream().limit(most).forEach(signal -> weights.put(signal.productId(), signal.weight()));
        return weights;
    }

    /** How many are of a kind. */
    public int count(Kind kind) {
        return (int) signals.stream().filter(signal -> signal.kind() == kind).count();
    }

    /** Whether any is about the person. */
    public boolean anyPersonal() {
        return signals.stream().anyMatch(Signal::personal);
    }

    /** Whether all that is known of the person was given in other domains. */
    public boolean onlyElsewhere() {
        return anyPersonal() && signals.stream().filter(Signal::personal).allMatch(Signal::elsewhere);
    }

    /** Those that the model knows, as a history. */
    public Known known(TrainedModel model, Predicate<Signal> which) {
        List<Signal> known = signals.stream()
                .filter(which)
                .filter(signal -> model.indexOf(signal.productId()) >= 0)
                .toList();
        int[] items = new int[known.size()];
        float[] weights = new float[items.length];
        for (int place = 0; place < items.length; place++) {
            items[place] = model.indexOf(known.get(place).productId());
            weights[place] = known.get(place).weight();
        }
        return new Known(known, History.of(items, weights));
    }

    /** What the person looked at a moment ago and needn't be shown again. */
    public List<String> justSeen() {
        return signals.stream()
                .limit(Asked.SESSION)
                .filter(signal -> signal.kind() == Kind.VIEWED || signal.kind() == Kind.CHOSEN)
                .map(Signal::productId)
                .toList();
    }

    /** The first few of them, those of the page and the newest, each counting a good deal less than the one before. */
    public Known session(TrainedModel model) {
        List<Signal> session = signals.stream()
                .filter(signal -> model.indexOf(signal.productId()) >= 0)
                .limit(Asked.SESSION)
                .toList();
        int[] items = new int[session.size()];
        float[] weights = new float[items.length];
        for (int place = 0; place < items.length; place++) {
            items[place] = model.indexOf(session.get(place).productId());
            weights[place] = session.get(place).weight() * (float) Math.pow(Asked.SESSION_DECAY, place);
        }
        return new Known(session, History.of(items, weights));
    }

    /** The last few that the model knows, the oldest first: the page stands last, before it the cart, before that what the person did. */
    public Known visit(TrainedModel model) {
        return last(model::indexOf, model.sessions().last());
    }

    /**
     * The same of as many as are asked for.
     *
     * @param indexOf the number of a product; negative when it has none
     */
    public Known last(ToIntFunction<String> indexOf, int most) {
        List<Signal> last = signals.stream()
                .filter(signal -> indexOf.applyAsInt(signal.productId()) >= 0)
                .limit(most)
                .toList()
                .reversed();
        return new Known(
                last,
                History.of(last.stream()
                        .mapToInt(signal -> indexOf.applyAsInt(signal.productId()))
                        .toArray()));
    }

    /** Signals and the same as a model's history, place by place. */
    public record Known(List<Signal> signals, History history) {
        /** Whether any was given in another domain than the list's: then the best products of all needn't be of this one. */
        public boolean anyElsewhere() {
            return signals.stream().anyMatch(Signal::elsewhere);
        }
    }
}
