package dev.aisle.campaign.experiments.flags.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.aisle.campaign.campaigns.edge.DefinitionText;
import dev.aisle.campaign.campaigns.edge.DefinitionText.UnreadableTextException;
import jakarta.inject.Singleton;
import java.util.List;

/** Values of flags as somebody types them: {@code true}, {@code 3}, {@code {"size": 4}} and {@code "3"} are JSON; {@code green} is a text. */
@Singleton
public class TypedValues {
    private final DefinitionText texts;

    TypedValues(DefinitionText texts) {
        this.texts = texts;
    }

    /** What was typed. */
    public JsonNode read(String text) {
        try {
            JsonNode read = texts.read(text, false);
            return read.isMissingNode() ? TextNode.valueOf(text) : read;
        } catch (UnreadableTextException e) {
            return TextNode.valueOf(text);
        }
    }

    /** How it is typed. */
    public static String typed(JsonNode value) {
        return value.isTextual() && meansItself(value.textValue()) ? value.textValue() : value.toString();
    }

    private static boolean meansItself(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && "{[\"-0123456789".indexOf(text.charAt(0)) < 0
                && !List.of("true", "false", "null").contains(text);
    }
}
