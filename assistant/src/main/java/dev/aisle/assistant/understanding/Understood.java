package dev.aisle.assistant.understanding;

import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.entities.Entity;
import dev.aisle.assistant.understanding.intents.Intent;
import java.util.List;

/**
 * What a text says.
 *
 * @param confidence of the intent, {@code 0 … 1}
 * @param sure whether the confidence is above the bar that was found on examples which weren't learned from
 * @param entities in the order of the text
 * @param tone from −1, very bad, to 1, very good
 */
public record Understood(
        Language language, Intent intent, double confidence, boolean sure, List<Entity> entities, double tone) {
    public Understood {
        entities = List.copyOf(entities);
    }
}
