package dev.aisle.campaign.experiments.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an experiment stands.
 *
 * @param revision counts every change
 * @param definition what was written last
 * @param learnt in words; {@code null} before it is concluded
 * @param kept the key of the variation that everybody gets from then on; {@code null} when none was kept
 */
public record Life(
        String id,
        State state,
        long revision,
        JsonNode definition,
        Instant madeAt,
        @Nullable String learnt,
        @Nullable String kept,
        @Nullable Instant concludedAt) {
    /** How far it is. */
    public enum State {
        /** Nobody takes part yet. */
        DRAFT("draft"),
        /** Units are assigned. */
        RUNNING("running"),
        /** Nobody is assigned any more; what was seen can still be looked at. */
        STOPPED("stopped"),
        /** What was learnt is written down. */
        CONCLUDED("concluded");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** The name on the wire and in the database. */
        public String code() {
            return code;
        }
    }

    /** A text of the definition, such as its {@code name}; empty where it isn't there. */
    public String said(String field) {
        return definition.path(field).asText();
    }

    /** The next revision in a state, of a definition. */
    public Life next(State next, JsonNode written) {
        return new Life(id, next, revision + 1, written, madeAt, learnt, kept, concludedAt);
    }

    /** The next revision, concluded. */
    public Life concluded(String words, @Nullable String variation, Instant at) {
        return new Life(id, State.CONCLUDED, revision + 1, definition, madeAt, words, variation, at);
    }
}
