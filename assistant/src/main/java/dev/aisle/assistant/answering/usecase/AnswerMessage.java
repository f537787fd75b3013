package dev.aisle.assistant.answering.usecase;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.conversations.domain.Answer;
import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.Message;
import dev.aisle.assistant.conversations.domain.Message.Said;
import dev.aisle.assistant.conversations.domain.ReceivedText.Legible;
import dev.aisle.assistant.conversations.domain.SpeakerLimits;
import dev.aisle.assistant.conversations.usecase.AssistantSettings;
import dev.aisle.assistant.conversations.usecase.CheckToken;
import dev.aisle.assistant.conversations.usecase.Reply;
import dev.aisle.assistant.conversations.usecase.Turn;
import dev.aisle.contracts.Keeps;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers a message. One at a time in a conversation, and no faster than people write: whoever writes faster is told to wait before anything is looked up.
 */
@Singleton
@Keeps(ofNobody = "numbers of conversations that are answered just now")
public class AnswerMessage {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final long LONGEST_ANSWER_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_SPEAKERS = 100_000;

    private final CheckToken tokens;
    private final ReadTurn readTurn;
    private final AnswerQuestion answerQuestion;
    private final CallPerson callPerson;
    private final StoreExchange exchanges;
    private final LearnFromAnswer learnFromAnswer;
    private final ConsentView consents;
    private final SpeakerLimits limits;
    private final Map<UUID, Long> underWay = new ConcurrentHashMap<>();

    AnswerMessage(
            CheckToken tokens,
            ReadTurn readTurn,
            AnswerQuestion answerQuestion,
            CallPerson callPerson,
            StoreExchange exchanges,
            LearnFromAnswer learnFromAnswer,
            ConsentView consents,
            AssistantSettings settings) {
        this.tokens = tokens;
        this.readTurn = readTurn;
        this.answerQuestion = answerQuestion;
        this.callPerson = callPerson;
        this.exchanges = exchanges;
        this.learnFromAnswer = learnFromAnswer;
        this.consents = consents;
        this.limits = new SpeakerLimits(settings.burst(), settings.messageEvery(), MOST_SPEAKERS);
    }

    /** Whether somebody may speak now. */
    public sealed interface Entry {
        /** Yes; to be answered at once. */
        record Entered(Conversation conversation) implements Entry {}

        /** Nothing that the caller may see. */
        record NoSuchConversation() implements Entry {}

        /** A person of the shop has closed it. */
        record Closed() implements Entry {}

        /** Somebody writes faster than people do, or before the answer. */
        record TooFast(Duration pause) implements Entry {}
    }

    /** Lets somebody speak; nobody else speaks in the conversation until this one is answered. */
    public Entry enter(String id, String token) {
        Optional<UUID> known = tokens.idOf(id, token);
        if (known.isEmpty()) {
            return new Entry.NoSuchConversation();
        }
        long now = System.nanoTime();
        Duration wait = limits.take(known.get().toString(), now);
        if (wait.isPositive()) {
            return new Entry.TooFast(wait);
        }
        if (!begin(known.get(), now)) {
            return new Entry.TooFast(A_MOMENT);
        }
        Entry entry = entry(known.get(), now);
        if (!(entry instanceof Entry.Entered)) {
            underWay.remove(known.get());
        }
        return entry;
    }

    /** An answer that never came to its end holds nobody up for long. */
    private boolean begin(UUID id, long now) {
        Long since = underWay.putIfAbsent(id, now);
        return since == null || (now - since > LONGEST_ANSWER_NANOS && underWay.replace(id, since, now));
    }

    private Entry entry(UUID id, long now) {
        Optional<Conversation> conversation = tokens.going(id);
        if (conversation.isEmpty()) {
            return new Entry.NoSuchConversation();
        }
        if (conversation.get().closed()) {
            return new Entry.Closed();
        }
        // Somebody may have several conversations.
        String subject = conversation.get().subject();
        Duration wait = subject.isEmpty() ? Duration.ZERO : limits.take(subject, now);
        return wait.isPositive() ? new Entry.TooFast(wait) : new Entry.Entered(conversation.get());
    }

    /**
     * An answer.
     *
     * @param handedOver whether a person was asked for, now or before
     */
    public record Answered(Message answer, boolean handedOver) {}

    /**
     * Answers a message; empty when the conversation has gone or gone on meanwhile.
     *
     * @param understood is told what was understood, before anything is looked up
     */
    public Optional<Answered> answer(Entry.Entered entered, Legible text, Consumer<Said> understood) {
        return once(entered, () -> {
            Turn turn = readTurn.read(entered.conversation(), text.text());
            Said said = said(turn);
            understood.accept(said);
            return stored(turn, said, answerQuestion.answer(turn, text));
        });
    }

    /** Asks for a person without a message. */
    public Optional<Answered> person(Entry.Entered entered) {
        return once(entered, () -> {
            Turn turn = readTurn.silent(entered.conversation());
            return stored(turn, said(turn), new Reply(Answer.of(AnswerKind.HAND_OVER, ""), turn.memory()));
        });
    }

    private Optional<Answered> once(Entry.Entered entered, Supplier<Optional<Answered>> answering) {
        try (Use _ = consents.beginUse()) {
            return answering.get();
        } finally {
            underWay.remove(entered.conversation().id());
        }
    }

    private static Said said(Turn turn) {
        return new Said(AnswerKind.UNSURE, turn.intent(), turn.understood().confidence(), turn.language());
    }

    private Optional<Answered> stored(Turn turn, Said said, Reply reply) {
        Conversation before = turn.conversation();
        boolean person = reply.answer().kind() == AnswerKind.HAND_OVER;
        CallPerson.Called called = person ? callPerson.call(turn) : new CallPerson.Called(reply.answer(), false);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<Message> both = new ArrayList<>();
        int number = before.messages() + 1;
        if (!turn.text().isEmpty()) {
            both.add(Message.ofShopper(number++, StorableText.of(turn.text()), said, now));
        }
        both.add(Message.ofAssistant(number, called.answer(), said, now));
        if (!exchanges.store(before, both, reply.memory(), called.handedOver())) {
            return Optional.empty();
        }
        boolean handedOver = called.handedOver() || before.handedOver();
        learnFromAnswer.note(turn, called.answer().kind(), handedOver);
        return Optional.of(new Answered(both.getLast(), handedOver));
    }
}
