package dev.aisle.federate.secure;

import dev.aisle.federate.RefusedException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECPrivateKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.security.spec.XECPrivateKeySpec;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** X25519 (RFC 7748), and HKDF-SHA256 (RFC 5869) to make a key of what was agreed on. */
final class KeyAgreements {
    private static final int KEY_BYTES = 32;

    private KeyAgreements() {}

    static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance("X25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no X25519", e);
        }
    }

    /** 32 bytes. */
    static byte[] secret(KeyPair pair) {
        return ((XECPrivateKey) pair.getPrivate())
                .getScalar()
                .orElseThrow(() -> new IllegalStateException("the private key doesn't show its number"));
    }

    static PrivateKey privateKey(byte[] secret) {
        try {
            return KeyFactory.getInstance("X25519")
                    .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret));
        } catch (GeneralSecurityException e) {
            throw new RefusedException("masking_key: the shares don't give a key");
        }
    }

    /** @throws RefusedException when it is none */
    static PublicKey publicKey(byte[] encoded) {
        try {
            PublicKey key = KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(encoded));
            if (key instanceof XECPublicKey point && point.getU().compareTo(BigInteger.ONE) > 0) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            // the same answer as for a point of small order
        }
        throw new RefusedException("keys: expected an X25519 key in X.509 encoding");
    }

    /**
     * A key that only the two know, for one use.
     *
     * @param use what it is for; another text gives an unrelated key
     * @throws RefusedException when the other key is a point of small order
     */
    static byte[] agreed(PrivateKey own, PublicKey other, byte[] session, String use) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(own);
            agreement.doPhase(other, true);
            return derived(agreement.generateSecret(), session, use);
        } catch (GeneralSecurityException e) {
            throw new RefusedException("keys: " + e.getMessage());
        }
    }

    /** A key of a secret, for one use. */
    static byte[] derived(byte[] secret, byte[] session, String use) {
        try {
            SecretKey key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "Generic",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .addSalt(session)
                                    .thenExpand(use.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
            return key.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HKDF-SHA256", e);
        }
    }
}
