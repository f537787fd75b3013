package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.algorithms.rerank.Cap;
import dev.aisle.algorithms.rerank.TasteCalibration;
import dev.aisle.recommender.catalog.Category;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import dev.aisle.recommender.serving.domain.candidates.Interests;
import java.util.ArrayList;
import java.util.List;

/** Categories in the proportion of the person's interests. */
record AfterTaste(double strength, Interests interests, int size) implements Stage {
    @Override
    public int[] order(List<Candidate> ranked, float[] relevance) {
        List<Category> categories = new ArrayList<>(interests.weights().keySet());
        double[] taste = new double[categories.size()];
        double sum = interests.weights().values().stream()
                .mapToDouble(weight -> weight)
                .sum();
        for (int c = 0; c < taste.length; c++) {
            taste[c] = interests.weights().getOrDefault(categories.get(c), 0f) / sum;
        }
        int[] category = ranked.stream()
                .mapToInt(candidate -> Math.max(
                        Cap.NONE, categories.indexOf(candidate.product().category())))
                .toArray();
        return new TasteCalibration(strength).order(relevance, category, taste, size);
    }
}
