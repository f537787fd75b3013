package dev.aisle.assistant.answering.usecase;

import dev.aisle.assistant.conversations.domain.Answer;
import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.Words;
import dev.aisle.assistant.conversations.store.MessageRepository;
import dev.aisle.assistant.conversations.store.StoredJson;
import dev.aisle.assistant.conversations.usecase.Turn;
import dev.aisle.assistant.handover.DeliverHandOvers;
import dev.aisle.assistant.handover.Transcript;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/** Hands a conversation over to a person of the shop, and says when that person is there. */
@Singleton
class CallPerson {
    private final DeliverHandOvers handOvers;
    private final MessageRepository messages;
    private final StoredJson json;

    CallPerson(DeliverHandOvers handOvers, MessageRepository messages, StoredJson json) {
        this.handOvers = handOvers;
        this.messages = messages;
        this.json = json;
    }

    /** The answer that tells it, and whether it was or will be handed over. */
    record Called(Answer answer, boolean handedOver) {}

    /** Calls a person; what can't be delivered now is tried again, and the answer says so. */
    Called call(Turn turn) {
        Words words = turn.words();
        if (!handOvers.ready()) {
            return new Called(Answer.of(AnswerKind.HAND_OVER, words.say("person.none")), false);
        }
        Conversation conversation = turn.conversation();
        Instant now = Instant.now();
        Transcript transcript = Transcript.of(conversation, messages.of(conversation.id()), turn.text(), now);
        boolean taken = handOvers.give(conversation, json.write(transcript));
        String first = words.say(taken ? "person.called" : "person.trying");
        String second = handOvers.hours().isOpen(now) ? words.say("person.soon") : later(words, now);
        return new Called(Answer.of(AnswerKind.HAND_OVER, first + words.say("gap") + second), true);
    }

    private String later(Words words, Instant now) {
        Optional<ZonedDateTime> opening = handOvers.hours().nextOpening(now);
        return opening.map(at -> words.say(
                        "person.back",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(words.locale())
                                .format(at),
                        DateTimeFormatter.ofPattern("HH:mm", words.locale()).format(at),
                        at.getZone().getId()))
                .orElseGet(() -> words.say("person.away"));
    }
}
