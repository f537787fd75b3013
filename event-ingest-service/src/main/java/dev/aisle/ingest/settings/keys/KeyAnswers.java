package dev.aisle.ingest.settings.keys;

import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Turns what became of a change into an answer. */
@Singleton
class KeyAnswers {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final WriteKeys keys;

    KeyAnswers(WriteKeys keys) {
        this.keys = keys;
    }

    /** The answer; {@code successStatus} when a key was changed. */
    Response of(KeyOutcome outcome, int successStatus) {
        return switch (outcome) {
            case KeyOutcome.SecretMade made -> key(successStatus, made.key(), made.secret());
            case KeyOutcome.Changed changed -> key(successStatus, changed.key(), null);
            case KeyOutcome.Invalid invalid ->
                Problems.invalidField(invalid.fault().field(), invalid.fault().message());
            case KeyOutcome.NoSuchKey ignored -> Problems.notFound("write-key");
            case KeyOutcome.NameTaken taken ->
                Problems.conflict(
                        "name-taken",
                        "A write key has or had the name " + taken.name()
                                + ". Choose another, or rotate that one to get a new secret.");
            case KeyOutcome.Configured configured ->
                Problems.conflict(
                        "configured-key",
                        "The key " + configured.name()
                                + " stands in aisle.write-keys of the configuration and changes only there.");
            case KeyOutcome.Revoked revoked ->
                Problems.conflict("revoked", "The key " + revoked.name() + " was revoked. Make a new one.");
            case KeyOutcome.TooManySecrets many ->
                Problems.conflict(
                        "too-many-secrets",
                        "The key has " + many.most()
                                + " secrets that hold. Wait for the end of an overlap, or rotate with a"
                                + " shorter one.");
            case KeyOutcome.Stale stale ->
                Problems.answer(Problem.of(
                        "stale-version",
                        412,
                        "The key was changed since; it is at \"" + stale.version()
                                + "\" now. Read it and decide again."));
            case KeyOutcome.Unavailable ignored -> unavailable();
        };
    }

    Response key(int status, DoorKey key, @Nullable String secret) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .tag(new EntityTag(key.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(WriteKeyView.of(key, keys.lastUsed(key.name()), secret))
                .build();
    }

    static Response unavailable() {
        return Problems.unavailable(
                "The broker did not confirm the change. Read the key to see whether it happened, then send it again.",
                RETRY_AFTER_SECONDS);
    }
}
