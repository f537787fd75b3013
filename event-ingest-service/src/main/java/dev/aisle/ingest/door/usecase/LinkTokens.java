package dev.aisle.ingest.door.usecase;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.PseudonymRing;
import dev.aisle.ingest.door.domain.Identity;
import dev.aisle.ingest.door.domain.LinkProof;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes and checks the tokens by which a shop's server vouches that a browser is a customer's:
 * {@code l1.<when it ends>.<keyId>.<code>}, where the code is that of the browser's pseudonym in a scope that names the end and the customer.
 * A token says nothing of the two and holds for no others; nothing is stored.
 */
@Singleton
public class LinkTokens {
    /** Long enough for a page that was just opened, short enough to be of no use in a log. */
    static final Duration LIFETIME = Duration.ofHours(1);

    private static final Pattern FORM = Pattern.compile("l1\\.(\\d{1,11})\\.([A-Za-z0-9_-]{1,32}\\.[A-Za-z0-9_-]{32})");

    private final PseudonymRing ring;

    LinkTokens(PseudonymRing ring) {
        this.ring = ring;
    }

    /** A token and when it ends. */
    public record LinkToken(String value, Instant expiresAt) {}

    /** A token for the customer and the browser of an identity that names both. */
    public LinkToken issue(Identity identity, Instant now) {
        long end = now.plus(LIFETIME).getEpochSecond();
        String made = codes(end, identity).getFirst().value();
        return new LinkToken("l1." + end + made.substring("p1".length()), Instant.ofEpochSecond(end));
    }

    /** Whether the event's token vouches for its two ids. */
    public LinkProof check(Identity identity, Instant now) {
        Matcher token = FORM.matcher(identity.linkToken());
        if (!token.matches()) {
            return LinkProof.INVALID_TOKEN;
        }
        long end = Long.parseLong(token.group(1));
        byte[] given = ("p1." + token.group(2)).getBytes(StandardCharsets.US_ASCII);
        boolean ours = codes(end, identity).stream()
                .anyMatch(code -> MessageDigest.isEqual(code.value().getBytes(StandardCharsets.US_ASCII), given));
        if (!ours) {
            return LinkProof.INVALID_TOKEN;
        }
        return now.getEpochSecond() < end ? LinkProof.PROVEN : LinkProof.EXPIRED_TOKEN;
    }

    private List<Pseudonym> codes(long end, Identity identity) {
        return ring.inScope(
                "link-" + end + "-" + identity.userId(), IdentifierType.ANONYMOUS_ID, identity.anonymousId());
    }
}
