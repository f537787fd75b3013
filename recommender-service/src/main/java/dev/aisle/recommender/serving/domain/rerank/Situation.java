package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.recommender.serving.domain.Reranking;
import dev.aisle.recommender.serving.domain.candidates.Question;
import java.time.Instant;

/**
 * What stages look at beside the candidates.
 *
 * @param size how long the list will be
 * @param seed of what chance decides
 */
public record Situation(Question question, Reranking reranking, int size, long seed, Instant now) {}
