package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.ReasonCode;
import java.util.List;

/**
 * Why an item stands in a list.
 *
 * @param text a sentence in the language that was asked for
 * @param causes products that caused it, the strongest first
 */
public record Reason(ReasonCode code, String text, List<String> causes) {
    public Reason {
        causes = List.copyOf(causes);
    }
}
