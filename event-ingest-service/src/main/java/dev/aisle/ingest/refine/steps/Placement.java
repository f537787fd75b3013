package dev.aisle.ingest.refine.steps;

import dev.aisle.ingest.refine.flags.Pace;
import dev.aisle.ingest.refine.memory.History;
import dev.aisle.ingest.refine.memory.History.Active;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * The place of an event among those of its person.
 *
 * @param after the history with this event
 * @param session of the event
 * @param position within the session, from 0
 * @param late whether it happened before the current session by more than the gap
 */
record Placement(Active after, UUID session, int position, boolean late) {
    /** Places an event behind what is known. The same history and event always give the same session id. */
    public static Placement of(Active before, Instant occurredAt, String pseudonym, String messageId) {
        boolean first = before.sequence() == 0;
        Pace pace = before.pace().with(occurredAt);
        if (first || occurredAt.isAfter(before.newest().plus(History.SESSION_GAP))) {
            UUID session = sessionId(pseudonym, messageId);
            return new Placement(
                    new Active(session, occurredAt, occurredAt, 1, before.sequence() + 1, pace), session, 0, false);
        }
        if (occurredAt.isBefore(before.sessionStart().minus(History.SESSION_GAP))) {
            return late(before, pace, sessionId(pseudonym, messageId));
        }
        Active after = new Active(
                before.session(),
                min(before.sessionStart(), occurredAt),
                max(before.newest(), occurredAt),
                before.nextPosition() + 1,
                before.sequence() + 1,
                pace);
        return new Placement(after, before.session(), before.nextPosition(), false);
    }

    /** The session it belonged to is over and forgotten: it stands alone and changes nothing but the count. */
    private static Placement late(Active before, Pace pace, UUID alone) {
        Active after = new Active(
                before.session(),
                before.sessionStart(),
                before.newest(),
                before.nextPosition(),
                before.sequence() + 1,
                pace);
        return new Placement(after, alone, 0, true);
    }

    private static UUID sessionId(String pseudonym, String messageId) {
        return UUID.nameUUIDFromBytes((pseudonym + '\u001f' + messageId).getBytes(StandardCharsets.UTF_8));
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
