package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.algorithms.recommend.SparseModel;
import dev.aisle.algorithms.recommend.SparseScores;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Signals.Known;
import java.util.ArrayList;
import java.util.List;

/** Neighbours of the signals: of what the same people dealt with, of what lay in the same baskets, or in visits like this one. */
public final class NeighbourSource implements CandidateSource {
    private final Source source;
    private final ModelView view;
    private final SparseModel neighbours;
    private final Known signals;

    private NeighbourSource(Source source, ModelView view, SparseModel neighbours, Known signals) {
        this.source = source;
        this.view = view;
        this.neighbours = neighbours;
        this.signals = signals;
    }

    /** What people dealt with who dealt with these. */
    public static NeighbourSource similar(ModelView view, Known signals) {
        return new NeighbourSource(Source.SIMILAR, view, view.model().similar(), signals);
    }

    /** What lay in the same baskets as these. */
    public static NeighbourSource boughtTogether(ModelView view, Known signals) {
        return new NeighbourSource(Source.BOUGHT_TOGETHER, view, view.model().boughtTogether(), signals);
    }

    /** What visits hold that share these, the oldest first. */
    public static NeighbourSource ofVisits(ModelView view, Known visit) {
        return new NeighbourSource(Source.SESSIONS, view, view.model().sessions(), visit);
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Found find(Question question) {
        if (signals.history().size() == 0) {
            return Found.nothing(source);
        }
        SparseScores scores = neighbours.sparseScores(signals.history());
        List<Hit> hits = hits(question, scores);
        return new Neighbours(source, hits, greatest(hits, scores), scores, neighbours, signals);
    }

    /** Of signals from another domain the best neighbours are of that one: they are no measure of those that may stand in the list. */
    private float greatest(List<Hit> hits, SparseScores scores) {
        if (!signals.anyElsewhere()) {
            return scores.greatest();
        }
        return hits.isEmpty() ? 0 : scores.of(hits.getFirst().item());
    }

    /** Most of the best may stand in the list, so that it is sooner asked for them only; unless too few of them may. */
    private List<Hit> hits(Question question, SparseScores scores) {
        int first = question.count() + question.eligible().excluded().size();
        List<Hit> hits = allowed(question, scores.best(first, item -> true));
        return hits.size() == question.count() || scores.size() <= first
                ? hits
                : allowed(
                        question,
                        scores.best(
                                question.count(), item -> question.eligible().test(view.products()[item], item)));
    }

    private List<Hit> allowed(Question question, List<ScoredItem> best) {
        List<Hit> hits = new ArrayList<>();
        for (ScoredItem scored : best) {
            CatalogueItem product = view.products()[scored.item()];
            if (hits.size() < question.count()
                    && product != null
                    && question.eligible().test(product, scored.item())) {
                hits.add(new Hit(product, scored.item()));
            }
        }
        return hits;
    }

    private record Neighbours(
            Source source, List<Hit> hits, float greatest, SparseScores scores, SparseModel neighbours, Known signals)
            implements Found {
        @Override
        public float score(Candidate candidate) {
            return candidate.known() ? Math.min(greatest, scores.of(candidate.item())) : 0;
        }

        @Override
        public List<Cause> causes(Candidate candidate) {
            return candidate.known()
                    ? Causes.of(signals, neighbours.contributions(signals.history(), candidate.item()), candidate)
                    : List.of();
        }
    }
}
