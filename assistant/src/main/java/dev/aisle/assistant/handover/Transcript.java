package dev.aisle.assistant.handover;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.Memory;
import dev.aisle.assistant.conversations.domain.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the desk is sent, as JSON: docs/assistant.md.
 *
 * @param type {@code conversation.handed_over}
 */
public record Transcript(String type, Instant timestamp, Content data) {
    private static final String TYPE = "conversation.handed_over";
    private static final int MOST_MESSAGES = 100;

    /**
     * The conversation.
     *
     * @param subject a pseudonym; {@code null} when nobody is known
     * @param why {@code asked}: the shopper wants a person
     * @param order that was spoken of; empty when none was
     * @param products that were spoken of
     */
    public record Content(
            String conversation,
            @Nullable String subject,
            String language,
            String locale,
            String why,
            String order,
            List<String> products,
            List<Line> messages) {}

    /** A message, with what is sensitive taken out. */
    public record Line(String from, String text, Instant at) {}

    /**
     * The transcript of a conversation, of its last hundred messages.
     *
     * @param last what the shopper has just said; empty when a button was tapped
     */
    public static Transcript of(Conversation conversation, List<Message> before, String last, Instant now) {
        List<Line> lines = new java.util.ArrayList<>(before.stream()
                .map(message -> new Line(
                        message.fromShopper() ? "shopper" : "assistant",
                        StorableText.of(message.text()).text(),
                        message.at()))
                .toList());
        if (!last.isEmpty()) {
            lines.add(new Line("shopper", StorableText.of(last).text(), now));
        }
        Memory memory = conversation.memory();
        return new Transcript(
                TYPE,
                now,
                new Content(
                        conversation.id().toString(),
                        conversation.subject().isEmpty() ? null : conversation.subject(),
                        conversation.language().tag(),
                        conversation.locale(),
                        "asked",
                        memory.order(),
                        memory.products(),
                        List.copyOf(lines.subList(Math.max(0, lines.size() - MOST_MESSAGES), lines.size()))));
    }
}
