package dev.aisle.privacy.rights.receipts;

import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.erasure.ReceiptBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The public keys of the services. A receipt counts when its own service's key has signed it. */
@ApplicationScoped
public class TrustedKeys {
    private static final Logger LOG = Logger.getLogger(TrustedKeys.class);

    private final Map<String, Key> keys;

    private record Key(List<String> services, PublicKey key) {}

    /** A key as anybody may have it: Ed25519, base64 of SubjectPublicKeyInfo. */
    public record PublishedKey(String id, List<String> services, String algorithm, String publicKey) {}

    TrustedKeys(ReceiptsConfig config) {
        Map<String, Key> read = new TreeMap<>();
        config.trusted()
                .forEach((id, trusted) -> read.put(id, new Key(trusted.services(), read(id, trusted.publicKey()))));
        this.keys = Map.copyOf(read);
        if (keys.isEmpty()) {
            LOG.warn("aisle.receipts.trusted is empty: no receipt can be checked, so no erasure will be complete");
        }
    }

    private static PublicKey read(String id, String encoded) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "aisle.receipts.trusted." + id + ".public-key: expected base64 of an Ed25519 key", e);
        }
    }

    /** Why the signature doesn't count; {@code null} when it does. */
    @Nullable
    String violation(ErasureReceipt receipt) {
        if (receipt.getSignature().isEmpty()) {
            return "the receipt is not signed";
        }
        Key key = keys.get(receipt.getSigningKeyId());
        if (key == null || !key.services().contains(receipt.getService())) {
            return "the signing key is none of this service";
        }
        return holds(key.key(), receipt) ? null : "the signature is not of this receipt";
    }

    private static boolean holds(PublicKey key, ErasureReceipt receipt) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(ReceiptBytes.signed(receipt));
            return signature.verify(receipt.getSignature().toByteArray());
        } catch (GeneralSecurityException e) {
            // Bytes of another length, or no point of the curve.
            return false;
        }
    }

    /** A key as OpenSSL reads it, if there is one of that id. */
    public Optional<String> pem(String id) {
        return Optional.ofNullable(keys.get(id))
                .map(key -> "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getEncoder().encodeToString(key.key().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    /** All of them, for third parties that check receipts themselves. */
    public List<PublishedKey> published() {
        return keys.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new PublishedKey(
                        entry.getKey(),
                        entry.getValue().services(),
                        "Ed25519",
                        Base64.getEncoder()
                                .encodeToString(entry.getValue().key().getEncoded())))
                .toList();
    }
}
