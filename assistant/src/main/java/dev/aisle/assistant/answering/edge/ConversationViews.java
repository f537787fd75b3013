package dev.aisle.assistant.answering.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.assistant.conversations.domain.Choice;
import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.Message;
import dev.aisle.assistant.conversations.domain.Message.Said;
import dev.aisle.assistant.conversations.domain.ShownProduct;
import dev.aisle.assistant.conversations.domain.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations as they are answered. None of them names the subject. */
final class ConversationViews {
    private ConversationViews() {}

    /** A conversation just opened. */
    record OpenedView(UUID id, String token, Instant expiresAt, String language, String greeting) {}

    /** What was understood, as the first event of an answer. */
    record UnderstoodView(String language, String intent, double confidence) {
        static UnderstoodView of(Said said) {
            return new UnderstoodView(said.language().tag(), said.intent().wireName(), said.confidence());
        }
    }

    /** A piece of an answer. */
    record DeltaView(String delta) {}

    /** An answer. */
    record AnswerView(
            int number,
            String kind,
            String text,
            List<Source> sources,
            List<ShownProduct> products,
            List<Choice> choices,
            String intent,
            double confidence,
            String language,
            boolean handedOver,
            Instant at) {
        static AnswerView of(Message message, boolean handedOver) {
            return new AnswerView(
                    message.number(),
                    message.said().kind().wireName(),
                    message.text(),
                    message.shown().sources(),
                    message.shown().products(),
                    message.shown().choices(),
                    message.said().intent().wireName(),
                    message.said().confidence(),
                    message.said().language().tag(),
                    handedOver,
                    message.at());
        }
    }

    /** A message of either side; of the shopper's only the text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageView(
            int number,
            String from,
            String text,
            @Nullable String kind,
            @Nullable List<Source> sources,
            @Nullable List<ShownProduct> products,
            @Nullable List<Choice> choices,
            @Nullable String intent,
            @Nullable Double confidence,
            String language,
            Instant at) {
        static MessageView of(Message message) {
            boolean answer = !message.fromShopper();
            return new MessageView(
                    message.number(),
                    answer ? "assistant" : "shopper",
                    message.text(),
                    answer ? message.said().kind().wireName() : null,
                    answer ? message.shown().sources() : null,
                    answer ? message.shown().products() : null,
                    answer ? message.shown().choices() : null,
                    answer ? message.said().intent().wireName() : null,
                    answer ? message.said().confidence() : null,
                    message.said().language().tag(),
                    message.at());
        }
    }

    /** Everything that was said. */
    record ConversationView(
            UUID id,
            String language,
            Instant expiresAt,
            boolean handedOver,
            boolean closed,
            List<MessageView> messages) {
        static ConversationView of(Conversation conversation, Instant expiresAt, List<Message> messages) {
            return new ConversationView(
                    conversation.id(),
                    conversation.language().tag(),
                    expiresAt,
                    conversation.handedOver(),
                    conversation.closed(),
                    messages.stream().map(MessageView::of).toList());
        }
    }
}
