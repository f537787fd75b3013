package dev.aisle.ingest.shared.identity;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.PseudonymKey;
import dev.aisle.algorithms.privacy.PseudonymRing;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.secrets.Reloaded;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The pseudonym of a person today. Epochs are counted up while a pseudonym of any key stands among the erased, so that whoever was
 * erased and comes back is somebody new, and nobody has to store a counter. Who is known under an older key only stays there until
 * privacy-service has carried the consent over, which is asked of it here.
 */
@Singleton
public class CurrentPseudonyms {
    private final PseudonymRing ring;
    private final ErasedSubjects erased;
    private final ConsentView consents;
    private final ClaimPseudonyms claims;

    CurrentPseudonyms(PseudonymRing ring, ErasedSubjects erased, ConsentView consents, ClaimPseudonyms claims) {
        this.ring = ring;
        this.erased = erased;
        this.consents = consents;
        this.claims = claims;
    }

    /** Whether the answers can be trusted: the erasures, and with several keys the consents, are known as the broker has them. */
    public boolean known() {
        return erased.current() && (ring.keyIds().size() == 1 || consents.current());
    }

    /**
     * The pseudonym of the current epoch.
     *
     * @throws dev.aisle.algorithms.privacy.InvalidIdentifierException when the text is no identifier of that type
     */
    public Pseudonym of(IdentifierType type, String identifier) {
        int epoch = 0;
        List<Pseudonym> candidates = ring.inEpoch(epoch, type, identifier);
        while (erasedAt(candidates) != null) {
            epoch++;
            candidates = ring.inEpoch(epoch, type, identifier);
        }
        return inUse(candidates);
    }

    /** The same for something that happened at that moment; empty when it belongs to a person who was erased since. */
    public Optional<Pseudonym> at(Instant moment, IdentifierType type, String identifier) {
        int epoch = 0;
        List<Pseudonym> candidates = ring.inEpoch(epoch, type, identifier);
        for (Instant erasedAt = erasedAt(candidates); erasedAt != null; erasedAt = erasedAt(candidates)) {
            if (moment.isBefore(erasedAt)) {
                return Optional.empty();
            }
            epoch++;
            candidates = ring.inEpoch(epoch, type, identifier);
        }
        return Optional.of(inUse(candidates));
    }

    /** When the person of this epoch was erased, under whichever key. */
    private @Nullable Instant erasedAt(List<Pseudonym> candidates) {
        Instant last = null;
        for (Pseudonym candidate : candidates) {
            Instant at = erased.erasedAt(candidate.value());
            if (at != null && (last == null || at.isAfter(last))) {
                last = at;
            }
        }
        return last;
    }

    private Pseudonym inUse(List<Pseudonym> candidates) {
        Pseudonym active = candidates.getFirst();
        for (Pseudonym older : candidates.subList(1, candidates.size())) {
            if (consents.knows(active.value())) {
                return active;
            }
            if (consents.knows(older.value())) {
                claims.claim(older, active);
                return older;
            }
        }
        return active;
    }

    /** The keys of this process, which may change while it runs. */
    static final class Keys {
        private static final String ID = "aisle.pseudonym.key-id";
        private static final String KEY = "aisle.pseudonym.key";
        private static final String PREVIOUS = "aisle.pseudonym.previous-keys";

        private Keys() {}

        @Produces
        @Singleton
        static PseudonymRing ring(Config config, @ConfigProperty(name = "aisle.tenant") String tenant) {
            return PseudonymRing.following(Reloaded.of(config, List.of(ID, KEY, PREVIOUS), now -> {
                String id = now.getOptionalValue(ID, String.class).orElse("k1");
                PseudonymKey active = PseudonymKey.ofHex(id, now.getValue(KEY, String.class));
                return PseudonymRing.of(active, Reloaded.list(now, PREVIOUS), tenant);
            }));
        }
    }
}
