package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.algorithms.recommend.AlsPerson;
import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.recommender.catalog.domain.CatalogueItem;
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
        // The person's own items score highest and are seldom eligible.
        List<ScoredItem> top = view.factors()
                .top(person.factor(), question.count() + signals.history().size());
        List<Hit> hits = new ArrayList<>();
        for (ScoredItem scored : top) {
            CatalogueItem product = view.products()[scored.item()];
            if (scored.score() > 0 && product != null && question.eligible().test(product)) {
                hits.add(new Hit(product, scored.item()));
            }
        }
        return new Nearest(hits, top.isEmpty() ? 0 : top.getFirst().score(), person, signals);
    }

    private record Nearest(List<Hit> hits, float greatest, AlsPerson person, Known signals) implements Found {
        @Override
        public Source source() {
            return Source.FACTORS;
        }

        @Override
        public float score(Candidate candidate) {
            return candidate.known() ? person.score(candidate.item()) : 0;
        }

        @Override
        public List<Cause> causes(Candidate candidate) {
            return candidate.known()
                    ? Causes.of(signals, person.contributions(candidate.item()), candidate)
                    : List.of();
        }
    }
}
