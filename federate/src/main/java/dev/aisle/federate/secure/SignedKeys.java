package dev.aisle.federate.secure;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.federation.v1.RoundKeys;
import dev.aisle.federate.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** Keys of a round under the signature of their partner, so that the coordinator can't put its own in their place. */
final class SignedKeys {
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final byte[] DOMAIN = "aisle-federation-keys-v1".getBytes(StandardCharsets.US_ASCII);

    private SignedKeys() {}

    static RoundKeys sign(Place place, ByteString maskingKey, ByteString sealingKey, PrivateKey by) {
        RoundKeys unsigned = RoundKeys.newBuilder()
                .setSession(place.session())
                .setRound(place.round())
                .setMaskingKey(maskingKey)
                .setSealingKey(sealingKey)
                .build();
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(by);
            signature.update(content(unsigned));
            return unsigned.toBuilder()
                    .setSignature(ByteString.copyFrom(signature.sign()))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate's key can't sign: expected one of an elliptic curve", e);
        }
    }

    /** @throws RefusedException when the keys are of another round, or not the partner's */
    static void check(String partner, RoundKeys keys, Place place, X509Certificate certificate) {
        place.require(keys.getSession(), keys.getRound());
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(certificate);
            signature.update(content(keys));
            if (signature.verify(keys.getSignature().toByteArray())) {
                return;
            }
        } catch (GeneralSecurityException e) {
            // the same answer as for a wrong signature
        }
        throw new RefusedException("signature: the keys of " + partner + " aren't signed by its certificate");
    }

    private static byte[] content(RoundKeys keys) {
        ByteString[] parts = {keys.getSession(), keys.getMaskingKey(), keys.getSealingKey()};
        int length = DOMAIN.length + Integer.BYTES;
        for (ByteString part : parts) {
            length += Integer.BYTES + part.size();
        }
        ByteBuffer content = ByteBuffer.allocate(length).put(DOMAIN).putInt(keys.getRound());
        for (ByteString part : parts) {
            content.putInt(part.size()).put(part.toByteArray());
        }
        return content.array();
    }
}
