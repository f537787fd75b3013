package dev.aisle.algorithms.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Makes pseudonyms for one tenant with one key:
 * {@code p1.<keyId>.base64url(HMAC-SHA256(key, "pseudo-v1" ␟ tenant ␟ scope ␟ type ␟ normalised)[0..24])}, ␟ = 0x1F. Safe for many
 * threads.
 */
public final class Pseudonymizer {
    /** The scope of a person's first epoch. */
    public static final String PROFILE_SCOPE = "profile";

    private static final String SEPARATOR = "\u001f";
    private static final int KEPT_BYTES = 24;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** More than a machine has cores: whoever finds its place empty makes a copy. */
    private static final int SPARE_MACS = 64;

    private final PseudonymKey key;
    private final String tenant;
    private final Mac prototype;
    private final AtomicReferenceArray<@Nullable Mac> spare = new AtomicReferenceArray<>(SPARE_MACS);

    /** @throws IllegalArgumentException when the tenant is empty or holds a control character */
    public Pseudonymizer(PseudonymKey key, String tenant) {
        this.key = key;
        this.tenant = part("tenant", tenant);
        this.prototype = prototype(key);
    }

    /**
     * The pseudonym of an identifier in epoch 0.
     *
     * @throws InvalidIdentifierException when the text isn't an identifier of that type
     */
    public Pseudonym of(IdentifierType type, String raw) {
        return of(PROFILE_SCOPE, type, raw);
    }

    /**
     * The pseudonym of an identifier in a later epoch: whoever was erased and comes back starts unlinkable to what was.
     *
     * @param epoch how often the person was erased, ≥ 0
     */
    public Pseudonym inEpoch(int epoch, IdentifierType type, String raw) {
        return of(profileScope(epoch), type, raw);
    }

    /** The pseudonym of an identifier in a scope of its own, such as one export. */
    public Pseudonym of(String scope, IdentifierType type, String raw) {
        return of(scope, type.wireName(), type.normalise(raw));
    }

    /**
     * A pseudonym under another one that holds in one export only: two exports can't be joined by it, nor one with what the services keep.
     *
     * @param export names the export, and no second one
     */
    public Pseudonym inExport(String export, Pseudonym pseudonym) {
        return of("export-" + export, "pseudonym", pseudonym.value());
    }

    /** The name of the key. */
    public String keyId() {
        return key.id();
    }

    private Pseudonym of(String scope, String type, String normalised) {
        String message = "pseudo-v1" + SEPARATOR + tenant + SEPARATOR + part("scope", scope) + SEPARATOR + type
                + SEPARATOR + normalised;
        byte[] code = Arrays.copyOf(authenticate(message.getBytes(StandardCharsets.UTF_8)), KEPT_BYTES);
        return new Pseudonym("p1." + key.id() + "." + BASE64.encodeToString(code));
    }

    /** The scope of an epoch: {@code profile}, then {@code profile.e1}, {@code profile.e2}, … */
    public static String profileScope(int epoch) {
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch: expected ≥ 0, was " + epoch);
        }
        return epoch == 0 ? PROFILE_SCOPE : PROFILE_SCOPE + ".e" + epoch;
    }

    private static String part(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new IllegalArgumentException(name + ": expected a text without control characters");
            }
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException(name + ": expected a text");
        }
        return text;
    }

    /** A Mac serves one thread at a time: a spare one, or a copy of the keyed one, which becomes a spare. */
    private byte[] authenticate(byte[] message) {
        int place = (int) (Thread.currentThread().threadId() & (SPARE_MACS - 1));
        Mac spareMac = spare.getAndSet(place, null);
        Mac mac = spareMac == null ? copy() : spareMac;
        byte[] code = mac.doFinal(message);
        spare.set(place, mac);
        return code;
    }

    private Mac copy() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            return prototype(key);
        }
    }

    private static Mac prototype(PseudonymKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.secret());
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256, this one refused it.", e);
        }
    }
}
