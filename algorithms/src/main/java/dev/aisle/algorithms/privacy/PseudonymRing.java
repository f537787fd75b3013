package dev.aisle.algorithms.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The pseudonyms of one tenant under several keys: the active one makes the pseudonyms of today, those before it are kept until nobody is
 * known under them any more. Safe for many threads.
 */
public final class PseudonymRing {
    private final Supplier<List<Pseudonymizer>> newestFirst;

    /**
     * @param keys the active one, then those before it; no id twice
     * @throws IllegalArgumentException when there is no key, or an id stands twice
     */
    public PseudonymRing(List<PseudonymKey> keys, String tenant) {
        Set<String> ids = new HashSet<>();
        for (PseudonymKey key : keys) {
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException("pseudonym key " + key.id() + " stands twice");
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("pseudonym keys: expected at least one");
        }
        List<Pseudonymizer> made =
                keys.stream().map(key -> new Pseudonymizer(key, tenant)).toList();
        this.newestFirst = () -> made;
    }

    private PseudonymRing(Supplier<List<Pseudonymizer>> newestFirst) {
        this.newestFirst = newestFirst;
    }

    /** The ring that the source gives, asked for at each use: for keys that change while the process runs. */
    public static PseudonymRing following(Supplier<PseudonymRing> source) {
        return new PseudonymRing(() -> source.get().newestFirst.get());
    }

    /**
     * Reads the keys as they are configured.
     *
     * @param previous each {@code id:hexadecimal digits}
     * @throws IllegalArgumentException when one has another form; the message never holds the secret
     */
    public static PseudonymRing of(PseudonymKey active, List<String> previous, String tenant) {
        List<PseudonymKey> keys = new ArrayList<>(List.of(active));
        for (String text : previous) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("previous pseudonym key: expected id:key");
            }
            keys.add(PseudonymKey.ofHex(
                    text.substring(0, colon).strip(), text.substring(colon + 1).strip()));
        }
        return new PseudonymRing(keys, tenant);
    }

    /** Makes the pseudonyms of today. */
    public Pseudonymizer active() {
        return newestFirst.get().getFirst();
    }

    /** Made by the key that is kept longest: its codes change last. */
    public Pseudonymizer oldest() {
        return newestFirst.get().getLast();
    }

    /**
     * The pseudonyms of an identifier in an epoch, the active key's first.
     *
     * @throws InvalidIdentifierException when the text isn't an identifier of that type
     */
    public List<Pseudonym> inEpoch(int epoch, IdentifierType type, String raw) {
        return inScope(Pseudonymizer.profileScope(epoch), type, raw);
    }

    /**
     * The pseudonyms of an identifier in a scope of its own, the active key's first.
     *
     * @throws InvalidIdentifierException when the text isn't an identifier of that type
     */
    public List<Pseudonym> inScope(String scope, IdentifierType type, String raw) {
        List<Pseudonymizer> now = newestFirst.get();
        return now.size() == 1
                ? List.of(now.getFirst().of(scope, type, raw))
                : now.stream().map(key -> key.of(scope, type, raw)).toList();
    }

    /** Whether a pseudonym was made by a key that is not the active one. */
    public boolean isOld(Pseudonym pseudonym) {
        return !pseudonym.keyId().equals(active().keyId());
    }

    /** The ids of the keys, the active one first. */
    public List<String> keyIds() {
        return newestFirst.get().stream().map(Pseudonymizer::keyId).toList();
    }
}
