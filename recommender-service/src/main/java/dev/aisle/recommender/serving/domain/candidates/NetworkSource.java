package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.algorithms.recommend.TopK;
import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.models.domain.NetworkScores;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Signals.Known;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a deep network expects after the last products, at its last position. */
public final class NetworkSource implements CandidateSource {
    /** So many products are scored sooner than another thread begins. */
    private static final int QUICK_ITEMS = 10_000;

    private final ModelView view;
    private final NetworkModel network;
    private final Known last;

    /**
     * A source of a model.
     *
     * @param last signals, the oldest first, at most as many as the network looks at
     */
    public NetworkSource(ModelView view, NetworkModel network, Known last) {
        this.view = view;
        this.network = network;
        this.last = last;
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
        return new Expected(hits, greatest, scores, network, last);
    }

    private List<Hit> allowed(Question question, List<ScoredItem> best) {
        List<Hit> hits = new ArrayList<>();
        for (ScoredItem scored : best) {
            CatalogueItem product = view.products()[scored.item()];
            if (hits.size() < question.count()
                    && scored.score() > 0
                    && product != null
                    && question.eligible().test(product, scored.item())) {
                hits.add(new Hit(product, scored.item()));
            }
        }
        return hits;
    }

    private BitSet forbidden(Question question) {
        BitSet forbidden = new BitSet(network.itemCount());
        for (int item = 0; item < network.itemCount(); item++) {
            CatalogueItem product = view.products()[item];
            forbidden.set(item, product == null || !question.eligible().test(product, item));
        }
        return forbidden;
    }

    /** Of one request; not for several threads. */
    private static final class Expected implements Found {
        /** So many of the last products are tried as causes. */
        private static final int MOST_CAUSES = 5;

        private final List<Hit> hits;
        private final float greatest;
        private final float[] scores;
        private final NetworkModel network;
        private final Known last;
        private @Nullable List<float[]> without;

        Expected(List<Hit> hits, float greatest, float[] scores, NetworkModel network, Known last) {
            this.hits = hits;
            this.greatest = greatest;
            this.scores = scores;
            this.network = network;
            this.last = last;
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
            return candidate.known() ? scores[candidate.item()] : 0;
        }

        /** How much lower the score is when the network doesn't see a product: that is the product's doing, whatever the network has in it. */
        @Override
        public List<Cause> causes(Candidate candidate) {
            if (!candidate.known()) {
                return List.of();
            }
            if (without == null) {
                without = withoutEach();
            }
            int first = last.signals().size() - without.size();
            float[] addends = new float[last.signals().size()];
            for (int place = 0; place < without.size(); place++) {
                addends[first + place] = scores[candidate.item()] - without.get(place)[candidate.item()];
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
