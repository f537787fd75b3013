package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.algorithms.recommend.AlsPerson;
import dev.aisle.algorithms.recommend.BestKeys;
import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Signals.Known;
import java.util.ArrayList;
import java.util.List;

/** Items whose factors are nearest to the person's, who is folded in from the signals. */
public final class FactorSource implements CandidateSource {
    /** So many rows are looked at sooner than another thread begins. */
    private static final int QUICK_ROWS = 10_000;

    private final ModelView view;
    private final Known signals;

    /** A source of a model. */
    public FactorSource(ModelView view, Known signals) {
        this.view = view;
        this.signals = signals;
    }

    @Override
    public Source source() {
        return Source.FACTORS;
    }

    @Override
    public boolean slow() {
        return view.factors().looksAtAll() && view.factors().size() > QUICK_ROWS;
    }

    @Override
    public Found find(Question question) {
        if (signals.history().size() == 0) {
            return Found.nothing(source());
        }
        AlsPerson person = view.model().als().person(signals.history());
        if (signals.anyElsewhere()) {
            return here(question, person);
        }
        // The person's own items score highest and are seldom eligible.
        List<ScoredItem> top = view.factors()
                .top(person.factor(), question.count() + signals.history().size());
        List<Hit> hits = new ArrayList<>();
        for (ScoredItem scored : top) {
            CatalogueItem product = view.products()[scored.item()];
            if (scored.score() > 0 && product != null && question.eligible().test(product, scored.item())) {
                hits.add(new Hit(product, scored.item()));
            }
        }
        return new Nearest(hits, top.isEmpty() ? 0 : top.getFirst().score(), person, signals);
    }

    /** Taste from another domain points to products of that one first: those that may stand in the list are looked at one by one. */
    private Found here(Question question, AlsPerson person) {
        BestKeys best = new BestKeys(question.count());
        for (int item = 0; item < view.products().length; item++) {
            float score = question.eligible().test(view.products()[item], item) ? person.score(item) : 0;
            if (score > 0) {
                best.offer(BestKeys.key(item, score));
            }
        }
        long[] keys = best.bestFirst();
        List<Hit> hits = new ArrayList<>();
        for (long key : keys) {
            CatalogueItem product = view.products()[BestKeys.index(key)];
            if (product != null) {
                hits.add(new Hit(product, BestKeys.index(key)));
            }
        }
        return new Nearest(hits, keys.length == 0 ? 0 : BestKeys.score(keys[0]), person, signals);
    }

    private record Nearest(List<Hit> hits, float greatest, AlsPerson person, Known signals) implements Found {
        @Override
        public Source source() {
            return Source.FACTORS;
        }

        @Override
        public float score(Candidate candidate) {
            return candidate.known() ? Math.min(greatest, person.score(candidate.item())) : 0;
        }

        @Override
        public List<Cause> causes(Candidate candidate) {
            return candidate.known()
                    ? Causes.of(signals, person.contributions(candidate.item()), candidate)
                    : List.of();
        }
    }
}
