package dev.aisle.assistant.outside;

import dev.aisle.assistant.knowledge.domain.Passage;
import java.util.List;

/**
 * An answer that an outside model wrote, with only those sentences that its passages support.
 *
 * @param sources the passages that support it, in the order of its sentences
 */
public record Composed(String text, List<Passage> sources) {
    public Composed {
        sources = List.copyOf(sources);
    }
}
