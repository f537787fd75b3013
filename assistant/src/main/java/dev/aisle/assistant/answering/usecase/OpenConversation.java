package dev.aisle.assistant.answering.usecase;

import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.Memory;
import dev.aisle.assistant.conversations.domain.SpeakerLimits;
import dev.aisle.assistant.conversations.domain.Words;
import dev.aisle.assistant.conversations.store.ConversationRepository;
import dev.aisle.assistant.conversations.usecase.CheckToken;
import dev.aisle.assistant.shared.Language;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Opens a conversation. Of whom nothing may be processed, nobody is known. */
@Singleton
public class OpenConversation {
    private static final int OPENED_AT_ONCE = 20;
    private static final Duration OPENED_EVERY = Duration.ofSeconds(3);
    private static final int MOST_SPEAKERS = 100_000;

    private final ConversationRepository conversations;
    private final CheckToken tokens;
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final SpeakerLimits limits = new SpeakerLimits(OPENED_AT_ONCE, OPENED_EVERY, MOST_SPEAKERS);

    OpenConversation(
            ConversationRepository conversations, CheckToken tokens, ConsentView consents, ErasedSubjects erased) {
        this.conversations = conversations;
        this.tokens = tokens;
        this.consents = consents;
        this.erased = erased;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It is open. */
        record Opened(Conversation conversation, String token, Instant expiresAt, String greeting) implements Outcome {}

        /** The person opens too many. */
        record TooFast(Duration pause) implements Outcome {}

        /** There is no assistant: it has no keys. */
        record NotSetUp() implements Outcome {}
    }

    /**
     * Opens one.
     *
     * @param asked a pseudonym; empty when nobody is known
     * @param product that the page is about, or empty
     */
    public Outcome open(String asked, Locale locale, String product) {
        if (!tokens.ready()) {
            return new Outcome.NotSetUp();
        }
        Duration wait = asked.isEmpty() ? Duration.ZERO : limits.take(asked, System.nanoTime());
        if (wait.isPositive()) {
            return new Outcome.TooFast(wait);
        }
        try (Use _ = consents.beginUse()) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            String person = known(consents.standing(asked), now) ? consents.standing(asked) : "";
            Consent consent = consents.of(person);
            Language language =
                    locale.getLanguage().equals(Language.CHINESE.tag()) ? Language.CHINESE : Language.ENGLISH;
            Conversation opened = new Conversation(
                    UUID.randomUUID(),
                    person,
                    consent.version(),
                    !person.isEmpty() && consent.allows(Purpose.ANALYTICS, now),
                    language,
                    locale.toLanguageTag(),
                    now,
                    now,
                    0,
                    product.isEmpty() ? Memory.NONE : Memory.NONE.about(List.of(product)),
                    null,
                    null);
            conversations.insert(opened);
            return new Outcome.Opened(
                    opened,
                    tokens.tokenOf(opened.id()),
                    opened.expiresAt(tokens.silence()),
                    Words.of(language).say("greeting"));
        }
    }

    private boolean known(String person, Instant now) {
        return !person.isEmpty()
                && consents.current()
                && erased.current()
                && !erased.contains(person)
                && consents.of(person).allows(Purpose.NECESSARY, now);
    }
}
