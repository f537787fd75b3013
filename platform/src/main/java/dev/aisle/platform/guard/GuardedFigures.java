package dev.aisle.platform.guard;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.algorithms.privacy.guard.QuestionGuard;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Answers questions about numbers of people to whoever calls, and remembers the answers. */
@ApplicationScoped
public class GuardedFigures {
    private final GuardLevel level;
    private final QuestionGuard guard;
    private final SecurityIdentity caller;

    GuardedFigures(GuardConfig config, StoredReleases releases, SecurityIdentity caller) {
        this.level = level(config);
        this.guard = new QuestionGuard(level, releases, new SecureRandom());
        this.caller = caller;
    }

    private static GuardLevel level(GuardConfig config) {
        try {
            return new GuardLevel(config.k(), config.deviation());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("aisle.guard." + e.getMessage(), e);
        }
    }

    /** Returns the answer that the caller sees. In the transaction that runs, or in one of its own. */
    public Answer ask(Question question) {
        return QuarkusTransaction.joiningExisting().call(() -> guard.ask(reader(), question, now()));
    }

    /** Returns the answer that stands; empty when none was given. Nothing new is drawn. */
    public Optional<Answer> standing(String question) {
        return QuarkusTransaction.joiningExisting().call(() -> guard.standing(reader(), question, now()));
    }

    /** Takes one answer off the caller's day, for a release of many numbers that is kept elsewhere; false when none is left. */
    public boolean spend() {
        return QuarkusTransaction.joiningExisting().call(() -> guard.spend(reader(), now()));
    }

    /** Returns the noise for such a release. */
    public Noise noise() {
        return guard.noise();
    }

    /** Returns how many new answers the caller can still have today (UTC). */
    public int left() {
        return QuarkusTransaction.joiningExisting().call(() -> guard.left(reader(), now()));
    }

    /** Returns how strongly numbers are guarded. */
    public GuardLevel level() {
        return level;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What the service does by itself has a budget of its own, so that nobody gets more answers by way of it. */
    private String reader() {
        return Arc.container().requestContext().isActive() && !caller.isAnonymous()
                ? caller.getPrincipal().getName()
                : "";
    }
}
