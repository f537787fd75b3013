package dev.aisle.privacy.shared.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.privacy.shared.calls.IdempotentAnswers.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells a new call from one that is repeated with the same {@code Idempotency-Key}. */
@ApplicationScoped
public class RepeatedCalls {
    private final IdempotentAnswers answers;
    private final ObjectMapper json;

    RepeatedCalls(IdempotentAnswers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    /** What a call is. */
    public sealed interface Call<T> {
        /** Seen for the first time, or without a key. */
        record Fresh<T>() implements Call<T> {}

        /** Repeated; the answer is the one that was given, {@code null} when its subject was erased since. */
        record Repeated<T>(@Nullable T answer) implements Call<T> {}

        /** The key belongs to a call with another body. */
        record OtherBody<T>() implements Call<T> {}
    }

    /** What this call is; a fresh one has taken its key now. */
    public <T> Call<T> recognise(@Nullable CallKey key, byte[] fingerprint, Class<T> answerType) {
        if (key == null || answers.take(key.hash(), fingerprint, Instant.now())) {
            return new Call.Fresh<>();
        }
        Kept kept = answers.find(key.hash()).orElseThrow();
        if (!MessageDigest.isEqual(kept.fingerprint(), fingerprint)) {
            return new Call.OtherBody<>();
        }
        return new Call.Repeated<>(kept.answer() == null ? null : read(kept.answer(), answerType));
    }

    /**
     * Keeps the answer of a fresh call.
     *
     * @param pseudonym whose erasure empties the answer; {@code null} when it is about nobody
     */
    public void keep(@Nullable CallKey key, @Nullable String pseudonym, Object answer) {
        if (key != null) {
            answers.keep(key.hash(), pseudonym, write(answer));
        }
    }

    private <T> T read(String answer, Class<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept answer is no " + type.getSimpleName(), e);
        }
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is not JSON: " + answer.getClass(), e);
        }
    }
}
