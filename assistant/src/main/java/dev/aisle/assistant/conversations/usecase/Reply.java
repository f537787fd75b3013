package dev.aisle.assistant.conversations.usecase;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.conversations.domain.Answer;
import dev.aisle.assistant.conversations.domain.Memory;
import dev.aisle.assistant.conversations.domain.Memory.Awaited;

/**
 * An answer, and what is remembered after it.
 *
 * @param memory without what was awaited before
 */
public record Reply(Answer answer, Memory memory) {
    /** After a turn, of which nothing in particular is remembered; nothing is awaited any more. */
    public static Reply of(Turn turn, Answer answer) {
        return new Reply(
                answer, turn.memory().awaiting(Awaited.NOTHING).asked(StorableText.of(turn.question()), turn.intent()));
    }

    /** The same with something remembered. */
    public Reply remembering(java.util.function.UnaryOperator<Memory> more) {
        return new Reply(answer, more.apply(memory));
    }
}
