package dev.aisle.privacy.shared.usecase;

import dev.aisle.privacy.shared.store.IdempotentAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets the answers that nobody can ask for any more. */
@ApplicationScoped
public class ForgetOldCalls {
    private final IdempotentAnswers answers;
    private final Duration kept;

    ForgetOldCalls(
            IdempotentAnswers answers,
            @ConfigProperty(name = "aisle.idempotency.keep", defaultValue = "48h") Duration kept) {
        this.answers = answers;
        this.kept = kept;
    }

    /** Forgets them and says how many there were. */
    @Transactional
    public int forget() {
        return answers.prune(Instant.now().minus(kept));
    }
}
