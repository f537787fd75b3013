package dev.aisle.algorithms.privacy.merkle;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Checks signatures of heads with a public Ed25519 key. */
public final class HeadVerifier {
    /** What stands before the 32 bytes of a key in its X.509 form (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    private final PublicKey key;
    private final String hex;

    private HeadVerifier(PublicKey key, String hex) {
        this.key = key;
        this.hex = hex;
    }

    static HeadVerifier of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new HeadVerifier(key, HexFormat.of().formatHex(encoded, X509_PREFIX.length, encoded.length));
    }

    /**
     * The key of these 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException when they are no key
     */
    public static HeadVerifier ofHex(String hex) {
        byte[] point = HexFormat.of().parseHex(hex);
        if (point.length != KEY_BYTES) {
            throw new IllegalArgumentException("a public key is 64 hexadecimal digits");
        }
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(point, 0, encoded, X509_PREFIX.length, KEY_BYTES);
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return new HeadVerifier(key, hex);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("these digits are no Ed25519 key", e);
        }
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        return hex;
    }

    /** Whether the signature is of this message and key. */
    public boolean verify(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }
}
