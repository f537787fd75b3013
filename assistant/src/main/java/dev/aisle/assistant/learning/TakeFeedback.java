package dev.aisle.assistant.learning;

import com.google.protobuf.Timestamp;
import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.Message;
import dev.aisle.assistant.conversations.usecase.ReadConversation;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.events.v1.Value;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.storage.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what a shopper says of an answer, and of the whole conversation. Of people who don't allow analytics nothing is kept of it. */
@ApplicationScoped
class TakeFeedback {
    /** As metrics of experiments name it. */
    static final String RATED = "Assistant Rated";

    private final ReadConversation readConversation;
    private final MayLearn mayLearn;
    private final OutcomeRepository outcomes;
    private final NoteUnanswered noteUnanswered;
    private final ConsentView consents;
    private final Outbox outbox;

    TakeFeedback(
            ReadConversation readConversation,
            MayLearn mayLearn,
            OutcomeRepository outcomes,
            NoteUnanswered noteUnanswered,
            ConsentView consents,
            Outbox outbox) {
        this.readConversation = readConversation;
        this.mayLearn = mayLearn;
        this.outcomes = outcomes;
        this.noteUnanswered = noteUnanswered;
        this.consents = consents;
        this.outbox = outbox;
    }

    /**
     * Notes whether an answer helped. The question that one didn't help with, and what its shopper says was missing, are noted as unanswered.
     *
     * @param number of a message of the assistant
     * @return false when the conversation has no such answer
     */
    @Transactional
    public boolean thumb(Conversation conversation, int number, boolean helpful, @Nullable String words) {
        List<Message> messages = readConversation.messages(conversation.id());
        Optional<Message> answer = messages.stream()
                .filter(message -> message.number() == number && !message.fromShopper())
                .findFirst();
        if (answer.isEmpty()) {
            return false;
        }
        mayLearn.write(
                conversation.subject(),
                person -> outcomes.thumb(conversation.id(), number, person, helpful, Instant.now()));
        if (!helpful) {
            messages.stream()
                    .filter(message -> message.fromShopper() && message.number() < number)
                    .max(Comparator.comparingInt(Message::number))
                    .ifPresent(question -> missed(conversation, answer.get(), question.text()));
            if (words != null) {
                missed(conversation, answer.get(), words);
            }
        }
        return true;
    }

    private void missed(Conversation conversation, Message answer, String text) {
        noteUnanswered.note(
                conversation.id(), conversation.subject(), answer.said().language(), text);
    }

    /** Notes the stars; the first ones of a person also go to the experiments, as an event. */
    @Transactional
    public void rate(Conversation conversation, int stars) {
        mayLearn.write(conversation.subject(), person -> {
            boolean first = !outcomes.rated(conversation.id());
            if (outcomes.stars(conversation.id(), stars) && first && !person.isEmpty()) {
                outbox.put(Topic.EVENTS_RAW, person, rated(conversation, person, stars));
            }
        });
    }

    private ShopEvent rated(Conversation conversation, String person, int stars) {
        Instant now = Instant.now();
        Consent consent = consents.of(person);
        Timestamp at = Timestamp.newBuilder().setSeconds(now.getEpochSecond()).build();
        return ShopEvent.newBuilder()
                .setMessageId("assistant-rated-" + conversation.id())
                .setPseudonym(person)
                .setType(EventType.CUSTOM)
                .setSourceName(RATED)
                .setOccurredAt(at)
                .setReceivedAt(at)
                .putProperties(
                        "stars",
                        Value.newBuilder()
                                .setNumber(stars)
                                .addPurposes(Purpose.ANALYTICS)
                                .build())
                .addAllGrantedPurposes(consent.granted(now))
                .setConsentVersion(consent.version())
                .setSource("assistant")
                .build();
    }
}
