package dev.aisle.algorithms.privacy.envelope;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The master keys that there are, by name; one of them is active and wraps. What none of them wrapped can't be read any more. */
public final class MasterKeys {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int HEX_DIGITS = 64;

    private final Supplier<Held> held;

    private MasterKeys(Supplier<Held> held) {
        this.held = held;
    }

    /** What there is at one moment. */
    private static final class Held {
        final String active;
        final byte[] wrapping;
        final Map<String, byte[]> secrets;

        Held(String active, byte[] wrapping, Map<String, byte[]> secrets) {
            this.active = active;
            this.wrapping = wrapping;
            this.secrets = secrets;
        }

        WrappedKey wrap(SubjectKey key) {
            return new WrappedKey(active, KeyWrap.wrap(wrapping, key.secret().getEncoded()));
        }

        Optional<SubjectKey> unwrap(WrappedKey wrapped) {
            return Optional.ofNullable(secrets.get(wrapped.masterKeyId()))
                    .flatMap(secret -> KeyWrap.unwrap(secret, wrapped.bytes()))
                    .filter(bytes -> bytes.length == 32)
                    .map(SubjectKey::of);
        }
    }

    /** The keys that the source gives, asked for at each use: for keys that change while the process runs. */
    public static MasterKeys following(Supplier<MasterKeys> source) {
        return new MasterKeys(() -> source.get().held.get());
    }

    /**
     * Reads the keys.
     *
     * @param active the name of the one that wraps
     * @param keys each {@code name:64 hexadecimal digits}
     * @throws IllegalArgumentException when one has another form, a name stands twice, or the active one is missing; never with a secret in
     *     the message
     */
    public static MasterKeys of(String active, Iterable<String> keys) {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        for (String key : keys) {
            int colon = key.indexOf(':');
            String id = colon < 0 ? "" : key.substring(0, colon).strip();
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "master key: expected name:key, the name of 1 to 32 of A-Z a-z 0-9 _ -");
            }
            if (secrets.put(id, secret(id, key.substring(colon + 1).strip())) != null) {
                throw new IllegalArgumentException("master key " + id + " stands twice");
            }
        }
        byte[] wrapping = secrets.get(active);
        if (wrapping == null) {
            throw new IllegalArgumentException("the active master key " + active + " is not among the keys");
        }
        Held read = new Held(active, wrapping, secrets);
        return new MasterKeys(() -> read);
    }

    private static byte[] secret(String id, String hex) {
        if (hex.length() != HEX_DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("master key " + id + ": expected 64 hexadecimal digits");
        }
        return HexFormat.of().parseHex(hex);
    }

    /** The name of the key that wraps. */
    public String active() {
        return held.get().active;
    }

    /** The names of all. */
    public Set<String> ids() {
        return Set.copyOf(held.get().secrets.keySet());
    }

    /** Wraps a subject's key under the active master key. */
    public WrappedKey wrap(SubjectKey key) {
        return held.get().wrap(key);
    }

    /** The subject's key; empty when its master key is gone or the bytes are not what that one wrapped. */
    public Optional<SubjectKey> unwrap(WrappedKey wrapped) {
        return held.get().unwrap(wrapped);
    }

    /** The same key under the active master key; empty when it can't be unwrapped. */
    public Optional<WrappedKey> rewrap(WrappedKey wrapped) {
        Held now = held.get();
        return now.unwrap(wrapped).map(now::wrap);
    }

    @Override
    public String toString() {
        return "MasterKeys" + ids() + ", active " + active();
    }
}
