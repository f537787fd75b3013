package dev.aisle.recommender.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text that somebody may have meant.
 *
 * @param weight how sure it is, above 0; those of one query sum to one
 */
public record Said(String text, float weight) {
    /** A text that was typed. */
    public static List<Said> typed(String text) {
        return List.of(new Said(text, 1));
    }

    /**
     * What a recogniser heard, the surest first. The same words twice count together. Where it says no confidence at all, the order counts: the
     * second half as much as the first, the third a third.
     */
    public static List<Said> heard(List<Transcript> transcripts) {
        boolean sure = transcripts.stream().anyMatch(transcript -> transcript.confidence() > 0);
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Double> weights = new LinkedHashMap<>();
        double sum = 0;
        for (int place = 0; place < transcripts.size(); place++) {
            Transcript transcript = transcripts.get(place);
            double weight = sure ? transcript.confidence() : 1.0 / (1 + place);
            if (weight > 0) {
                String same = transcript.text().toLowerCase(Locale.ROOT);
                texts.putIfAbsent(same, transcript.text());
                weights.merge(same, weight, Double::sum);
                sum += weight;
            }
        }
        List<Said> said = new ArrayList<>();
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            said.add(new Said(texts.getOrDefault(weight.getKey(), ""), (float) (weight.getValue() / sum)));
        }
        said.sort((one, other) -> Float.compare(other.weight(), one.weight()));
        return List.copyOf(said);
    }
}
