package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.algorithms.rerank.GreedyDpp;
import dev.aisle.algorithms.rerank.Mmr;
import dev.aisle.recommender.serving.domain.Reranking.Diversity;
import dev.aisle.recommender.serving.domain.Reranking.Diversity.Method;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import java.util.List;

/** No list of one kind: MMR or DPP over the categories, brands and prices of the products. */
record Diversify(Diversity diversity, int size) implements Stage {
    @Override
    public int[] order(List<Candidate> ranked, float[] relevance) {
        Alike alike = new Alike(ranked);
        return diversity.method() == Method.DPP
                ? new GreedyDpp(diversity.share()).order(relevance, alike, size)
                : new Mmr(diversity.share()).order(relevance, alike, size);
    }
}
