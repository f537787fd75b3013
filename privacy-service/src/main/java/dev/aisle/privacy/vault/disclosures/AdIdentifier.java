package dev.aisle.privacy.vault.disclosures;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.Pseudonym;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What an ad platform may get of somebody: the SHA-256 of the e-mail address in its one form, in small hexadecimal digits, as the platforms
 * take it. It is still personal: whoever knows the address knows the digest.
 *
 * @param digest {@code null} when none may leave
 * @param reason why none may; {@code null} when one may
 */
public record AdIdentifier(
        Pseudonym subject,
        @Nullable String digest,
        @Nullable String reason) {
    /** One that may leave. */
    public static AdIdentifier of(Pseudonym subject, String address) {
        byte[] normalised = IdentifierType.EMAIL.normalise(address).getBytes(StandardCharsets.UTF_8);
        try {
            return new AdIdentifier(
                    subject,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(normalised)),
                    null);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** None may leave. */
    public static AdIdentifier none(Pseudonym subject, String reason) {
        return new AdIdentifier(subject, null, reason);
    }

    /** Digests stay out of logs. */
    @Override
    public String toString() {
        return "AdIdentifier[" + subject + "]";
    }
}
