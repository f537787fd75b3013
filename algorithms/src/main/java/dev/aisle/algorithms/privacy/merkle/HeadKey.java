package dev.aisle.algorithms.privacy.merkle;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

/**
 * The key that signs the heads of a log, Ed25519.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8032#section-5.1">RFC 8032, 5.1</a>
 */
public final class HeadKey {
    private static final int SEED_BYTES = 32;

    private final PrivateKey secret;
    private final HeadVerifier verifier;

    private HeadKey(PrivateKey secret, HeadVerifier verifier) {
        this.secret = secret;
        this.verifier = verifier;
    }

    /**
     * The key of a seed.
     *
     * @param hex the secret, 64 hexadecimal digits
     * @throws IllegalArgumentException when it isn't of that form; never repeats it
     */
    public static HeadKey ofSeed(String hex) {
        byte[] seed = seed(hex);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            // The JDK derives a public key from a secret nowhere else than where it draws the secret: so it draws ours.
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            KeyPair pair = generator.generateKeyPair();
            return new HeadKey(pair.getPrivate(), HeadVerifier.of(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    private static byte[] seed(String hex) {
        if (!hex.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("a signing key is 64 hexadecimal digits");
        }
        return HexFormat.of().parseHex(hex);
    }

    /** Signs. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    /** Its public half. */
    public HeadVerifier verifier() {
        return verifier;
    }

    /** Random bytes that are known. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        private Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] into) {
            if (into.length != SEED_BYTES) {
                throw new IllegalStateException("This JDK draws an Ed25519 key in another way.");
            }
            System.arraycopy(seed, 0, into, 0, SEED_BYTES);
        }
    }
}
