package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.recommender.serving.domain.candidates.Candidate;
import java.util.List;

/**
 * Puts candidates into another order. The relevances belong to the places and not to the candidates: what a stage moves up gets the
 * relevance of its new place, so that the next stage weighs the order that it finds.
 */
@FunctionalInterface
interface Stage {
    /**
     * The new order, as numbers of the old one.
     *
     * @param relevance by place, 0 to 1, falling
     */
    int[] order(List<Candidate> ranked, float[] relevance);
}
