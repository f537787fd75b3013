package dev.aisle.platform.erasure;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.secrets.Reloaded;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
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
public final class ReceiptSigner {
    private static final Logger LOG = Logger.getLogger(ReceiptSigner.class);

    private static final String ID = "aisle.receipts.signing-key-id";
    private static final String KEY = "aisle.receipts.signing-key";

    private final Supplier<Signing> signing;

    private record Signing(String id, @Nullable PrivateKey key) {
        static Signing of(Optional<String> id, Optional<String> pkcs8) {
            return new Signing(id.orElse(""), pkcs8.map(ReceiptSigner::read).orElse(null));
        }
    }

    @Inject
    ReceiptSigner(Config config) {
        this(Reloaded.of(
                config,
                List.of(ID, KEY),
                now -> Signing.of(now.getOptionalValue(ID, String.class), now.getOptionalValue(KEY, String.class))));
    }

    private ReceiptSigner(Supplier<Signing> signing) {
        this.signing = signing;
        if (signing.get().key() == null) {
            LOG.warn("aisle.receipts.signing-key is not set: receipts of erasures go out unsigned and will be refused");
        }
    }

    /**
     * Takes a key that stays.
     *
     * @param pkcs8 the private key in base64 of its PKCS #8 form; another form fails the start
     */
    public ReceiptSigner(Optional<String> keyId, Optional<String> pkcs8) {
        this(always(Signing.of(keyId, pkcs8)));
    }

    private static Supplier<Signing> always(Signing signing) {
        return () -> signing;
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
        Signing now = signing.get();
        if (now.key() == null) {
            return receipt;
        }
        ErasureReceipt named = receipt.toBuilder().setSigningKeyId(now.id()).build();
        byte[] signature = signature(now.key(), ReceiptBytes.signed(named));
        return named.toBuilder().setSignature(ByteString.copyFrom(signature)).build();
    }

    /** The name of the key. */
    public String keyId() {
        return signing.get().id();
    }

    /** Whether there is a key. */
    public boolean canSign() {
        return signing.get().key() != null;
    }

    /** The signature of these bytes: 64 bytes, the same for the same bytes. */
    public byte[] signature(byte[] bytes) {
        PrivateKey key = signing.get().key();
        if (key == null) {
            throw new IllegalStateException("aisle.receipts.signing-key is not set, so nothing can be signed");
        }
        return signature(key, bytes);
    }

    private static byte[] signature(PrivateKey key, byte[] bytes) {
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
