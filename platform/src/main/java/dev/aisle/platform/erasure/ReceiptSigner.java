package dev.aisle.platform.erasure;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Signs with this service's own Ed25519 key, so that others need not take anybody's word for what it says. Without a key nothing is
 * signed, and privacy-service refuses the receipts: the log says so at the start.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8032">RFC 8032</a>
 */
@Singleton
@Unremovable
public class ReceiptSigner {
    private static final Logger LOG = Logger.getLogger(ReceiptSigner.class);

    private final String keyId;
    private final @Nullable PrivateKey key;

    /**
     * Takes the key.
     *
     * @param pkcs8 the private key in base64 of its PKCS #8 form; another form fails the start
     */
    @Inject
    public ReceiptSigner(
            @ConfigProperty(name = "aisle.receipts.signing-key-id") Optional<String> keyId,
            @ConfigProperty(name = "aisle.receipts.signing-key") Optional<String> pkcs8) {
        this.keyId = keyId.orElse("");
        this.key = pkcs8.map(ReceiptSigner::read).orElse(null);
        if (key == null) {
            LOG.warn("aisle.receipts.signing-key is not set: receipts of erasures go out unsigned and will be refused");
        }
    }

    private static PrivateKey read(String pkcs8) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pkcs8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "aisle.receipts.signing-key: expected base64 of an Ed25519 key in PKCS #8 form", e);
        }
    }

    /** The receipt with its signature. */
    public ErasureReceipt sign(ErasureReceipt receipt) {
        if (key == null) {
            return receipt;
        }
        ErasureReceipt named = receipt.toBuilder().setSigningKeyId(keyId).build();
        byte[] signature = signature(ReceiptBytes.signed(named));
        return named.toBuilder().setSignature(ByteString.copyFrom(signature)).build();
    }

    /** The name of the key. */
    public String keyId() {
        return keyId;
    }

    /** Whether there is a key. */
    public boolean canSign() {
        return key != null;
    }

    /** The signature of these bytes: 64 bytes, the same for the same bytes. */
    public byte[] signature(byte[] bytes) {
        if (key == null) {
            throw new IllegalStateException("aisle.receipts.signing-key is not set, so nothing can be signed");
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key was refused: " + e.getMessage(), e);
        }
    }
}
