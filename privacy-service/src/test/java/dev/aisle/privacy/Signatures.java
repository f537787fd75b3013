package dev.aisle.privacy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/** How a controller checks what we sign: with the certificate and the bytes as they came (OpenDSR 8.8). */
final class Signatures {
    private Signatures() {}

    static boolean hold(String certificatePem, byte[] body, String signatureBase64) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificatePem.getBytes(StandardCharsets.US_ASCII))));
            signature.update(body);
            return signature.verify(Base64.getDecoder().decode(signatureBase64.strip()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("no certificate, or no signature", e);
        }
    }
}
