package dev.aisle.assistant.answering.usecase;

import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.FollowUp;
import dev.aisle.assistant.conversations.domain.Memory;
import dev.aisle.assistant.conversations.usecase.Turn;
import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.UnderstandText;
import dev.aisle.assistant.understanding.Understood;
import dev.aisle.assistant.understanding.intents.Intent;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a message together with what was said before it, and whose data may be used for the answer. */
@Singleton
class ReadTurn {
    private final UnderstandText understandText;
    private final ConsentView consents;
    private final ErasedSubjects erased;

    ReadTurn(UnderstandText understandText, ConsentView consents, ErasedSubjects erased) {
        this.understandText = understandText;
        this.consents = consents;
        this.erased = erased;
    }

    /** Reads it. */
    public Turn read(Conversation conversation, String text) {
        Understood understood = understandText.understand(text);
        Language language =
                text.codePoints().anyMatch(Character::isLetter) ? understood.language() : conversation.language();
        Memory memory = conversation.memory();
        Optional<String> rest = memory.question().isEmpty() ? Optional.empty() : FollowUp.rest(text);
        if (rest.isEmpty()) {
            return turn(conversation, understood, language, text, text, sure(understood));
        }
        Understood alone = understandText.understand(rest.get());
        boolean another = alone.sure()
                && alone.intent() != Intent.OUT_OF_SCOPE
                && alone.intent() != Intent.SMALL_TALK
                && alone.intent() != memory.intent();
        String question = another ? rest.get() : memory.question() + " " + rest.get();
        boolean known = memory.intent() != null && memory.intent() != Intent.OUT_OF_SCOPE;
        Intent before = known ? memory.intent() : sure(understandText.understand(question));
        Intent intent = another || before == null ? alone.intent() : before;
        return turn(conversation, understood, language, text, question, intent);
    }

    /** Nothing is said: a button was tapped. */
    public Turn silent(Conversation conversation) {
        Understood wanted = new Understood(conversation.language(), Intent.PERSON_WANTED, 1, true, List.of(), 0);
        return turn(conversation, wanted, conversation.language(), "", "", Intent.PERSON_WANTED);
    }

    private static Intent sure(Understood understood) {
        return understood.sure() ? understood.intent() : Intent.OUT_OF_SCOPE;
    }

    private Turn turn(
            Conversation conversation,
            Understood understood,
            Language language,
            String text,
            String question,
            Intent intent) {
        return new Turn(conversation, subject(conversation.subject()), understood, language, text, question, intent);
    }

    /** Empty when nothing of the person may be processed now. */
    private String subject(String opened) {
        String person = consents.standing(opened);
        boolean known = !person.isEmpty()
                && consents.current()
                && erased.current()
                && !erased.contains(person)
                && consents.of(person).allows(Purpose.NECESSARY, Instant.now());
        return known ? person : "";
    }
}
