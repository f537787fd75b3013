package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.algorithms.recommend.TopK;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.NetworkScores;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Newcomers;
import dev.aisle.recommender.serving.domain.Signals;
import dev.aisle.recommender.serving.domain.Signals.Known;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a deep network expects after the last products, at its last position; also of products that came after its training, where it knows what they are. */
public final class NetworkSource implements CandidateSource {
    /** So many products are scored sooner than another thread begins. */
    private static final int QUICK_ITEMS = 10_000;

    private final ModelView view;
    private final NetworkModel network;
    private final ToIntFunction<String> numberOf;
    private final Known last;

    private NetworkSource(ModelView view, NetworkModel network, ToIntFunction<String> numberOf, Known last) {
        this.view = view;
        this.network = network;
        this.numberOf = numberOf;
        this.last = last;
    }

    /**
     * A source of a model.
     *
     * @param newcomers those of the view
     */
    public static NetworkSource of(ModelView view, Newcomers newcomers, Signals signals) {
        NetworkModel network = newcomers.network();
        Known last = signals.last(newcomers::numberOf, network.network().window());
        return new NetworkSource(view, network, newcomers::numberOf, last);
    }

    @Override
    public Source source() {
        return Source.NETWORK;
    }

    @Override
    public boolean slow() {
        return network.itemCount() > QUICK_ITEMS;
    }

    @Override
    public Found find(Question question) {
        if (last.history().size() == 0) {
            return Found.nothing(source());
        }
        float[] scores = NetworkScores.of(network, last.history());
        int first = question.count() + question.eligible().excluded().size();
        List<Hit> hits = allowed(question, TopK.select(scores, first, new BitSet()));
        if (hits.size() < question.count() && scores.length > first) {
            hits = allowed(question, TopK.select(scores, question.count(), forbidden(question)));
        }
        float greatest = 0;
        for (float score : scores) {
            greatest = Math.max(greatest, score);
        }
        return new Expected(hits, greatest, scores, network, numberOf, last);
    }

    private List<Hit> allowed(Question question, List<ScoredItem> best) {
        List<Hit> hits = new ArrayList<>();
        for (ScoredItem scored : best) {
            CatalogueItem product = view.product(scored.item());
            int known = inModel(scored.item());
            if (hits.size() < question.count()
                    && scored.score() > 0
                    && product != null
                    && question.eligible().test(product, known)) {
                hits.add(new Hit(product, known));
            }
        }
        return hits;
    }

    private BitSet forbidden(Question question) {
        BitSet forbidden = new BitSet(network.itemCount());
        for (int item = 0; item < network.itemCount(); item++) {
            CatalogueItem product = view.product(item);
            forbidden.set(item, product == null || !question.eligible().test(product, inModel(item)));
        }
        return forbidden;
    }

    /** The number in the other parts of the model; negative when they don't know it. */
    private int inModel(int number) {
        return number < view.products().length ? number : -1;
    }

    /** Of one request; not for several threads. */
    private static final class Expected implements Found {
        /** So many of the last products are tried as causes. */
        private static final int MOST_CAUSES = 5;

        private final List<Hit> hits;
        private final float greatest;
        private final float[] scores;
        private final NetworkModel network;
        private final ToIntFunction<String> numberOf;
        private final Known last;
        private @Nullable List<float[]> without;

        Expected(
                List<Hit> hits,
                float greatest,
                float[] scores,
                NetworkModel network,
                ToIntFunction<String> numberOf,
                Known last) {
            this.hits = hits;
            this.greatest = greatest;
            this.scores = scores;
            this.network = network;
            this.numberOf = numberOf;
            this.last = last;
        }

        private int number(Candidate candidate) {
            return candidate.known()
                    ? candidate.item()
                    : numberOf.applyAsInt(candidate.product().productId());
        }

        @Override
        public Source source() {
            return Source.NETWORK;
        }

        @Override
        public List<Hit> hits() {
            return hits;
        }

        @Override
        public float greatest() {
            return greatest;
        }

        @Override
        public float score(Candidate candidate) {
            int number = number(candidate);
            return number >= 0 ? scores[number] : 0;
        }

        /** How much lower the score is when the network doesn't see a product: that is the product's doing, whatever the network has in it. */
        @Override
        public List<Cause> causes(Candidate candidate) {
            int number = number(candidate);
            if (number < 0) {
                return List.of();
            }
            if (without == null) {
                without = withoutEach();
            }
            int first = last.signals().size() - without.size();
            float[] addends = new float[last.signals().size()];
            for (int place = 0; place < without.size(); place++) {
                addends[first + place] = scores[number] - without.get(place)[number];
            }
            return Causes.of(last, addends, candidate);
        }

        private List<float[]> withoutEach() {
            int size = last.history().size();
            return IntStream.range(Math.max(0, size - MOST_CAUSES), size)
                    .mapToObj(place -> withoutPlace(size, place))
                    .toList();
        }

        private float[] withoutPlace(int size, int place) {
            if (size == 1) {
                return new float[network.itemCount()];
            }
            int[] others = IntStream.range(0, size)
                    .filter(other -> other != place)
                    .map(other -> last.history().item(other))
                    .toArray();
            return NetworkScores.of(network, History.of(others));
        }
    }
}
