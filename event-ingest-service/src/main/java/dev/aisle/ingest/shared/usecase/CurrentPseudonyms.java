package dev.aisle.ingest.shared.usecase;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.PseudonymKey;
import dev.aisle.algorithms.privacy.Pseudonymizer;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The pseudonym of a person today. Epochs are counted up while the pseudonym stands among the erased, so that whoever was
 * erased and comes back is somebody new, and nobody has to store a counter.
 */
@Singleton
public class CurrentPseudonyms {
    private final Pseudonymizer pseudonymizer;
    private final ErasedSubjects erased;

    CurrentPseudonyms(
            @ConfigProperty(name = "aisle.pseudonym.key-id", defaultValue = "k1") String keyId,
            @ConfigProperty(name = "aisle.pseudonym.key") String key,
            @ConfigProperty(name = "aisle.tenant") String tenant,
            ErasedSubjects erased) {
        this.pseudonymizer = new Pseudonymizer(PseudonymKey.ofHex(keyId, key), tenant);
        this.erased = erased;
    }

    /** Whether the answers can be trusted: the erasures are known as the broker has them. */
    public boolean known() {
        return erased.current();
    }

    /**
     * The pseudonym of the current epoch.
     *
     * @throws dev.aisle.algorithms.privacy.InvalidIdentifierException when the text is no identifier of that type
     */
    public Pseudonym of(IdentifierType type, String identifier) {
        int epoch = 0;
        Pseudonym pseudonym = pseudonymizer.inEpoch(epoch, type, identifier);
        while (erased.contains(pseudonym.value())) {
            epoch++;
            pseudonym = pseudonymizer.inEpoch(epoch, type, identifier);
        }
        return pseudonym;
    }

    /** The same for something that happened at that moment; empty when it belongs to a person who was erased since. */
    public Optional<Pseudonym> at(Instant moment, IdentifierType type, String identifier) {
        int epoch = 0;
        Pseudonym pseudonym = pseudonymizer.inEpoch(epoch, type, identifier);
        for (Instant erasedAt = erased.erasedAt(pseudonym.value());
                erasedAt != null;
                erasedAt = erased.erasedAt(pseudonym.value())) {
            if (moment.isBefore(erasedAt)) {
                return Optional.empty();
            }
            epoch++;
            pseudonym = pseudonymizer.inEpoch(epoch, type, identifier);
        }
        return Optional.of(pseudonym);
    }
}
