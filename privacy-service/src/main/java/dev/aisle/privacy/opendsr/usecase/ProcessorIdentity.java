package dev.aisle.privacy.opendsr.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The key with which answers and callbacks are signed (OpenDSR 4): RSA over SHA-256 of the body as it is sent. */
@ApplicationScoped
public class ProcessorIdentity {
    private final OpenDsrConfig config;
    private final @Nullable PrivateKey key;
    private final @Nullable Certificate certificate;

    ProcessorIdentity(OpenDsrConfig config) {
        this.config = config;
        if (config.keystore().isEmpty()) {
            this.key = null;
            this.certificate = null;
            return;
        }
        char[] password = config.keystorePassword().orElse("").toCharArray();
        try {
            KeyStore store = load(config.keystore().get(), password);
            String alias = store.aliases().nextElement();
            this.key = (PrivateKey) store.getKey(alias, password);
            this.certificate = store.getCertificate(alias);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "aisle.opendsr.keystore holds no key that can be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore load(String place, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream resource =
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(place);
                InputStream bytes = resource == null ? Files.newInputStream(Path.of(place)) : resource) {
            store.load(bytes, password);
        }
        return store;
    }

    /** Whether this service can answer as a processor at all. */
    public boolean isConfigured() {
        return key != null;
    }

    /** The domain of the certificate. */
    public String domain() {
        return config.processorDomain();
    }

    /** The signature of a body, in base64. */
    public String sign(byte[] body) {
        if (key == null) {
            throw new IllegalStateException("aisle.opendsr.keystore is not set");
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of aisle.opendsr.keystore is no RSA key: " + e.getMessage(), e);
        }
    }

    /** The certificate, as PEM. */
    public String certificatePem() {
        if (certificate == null) {
            throw new IllegalStateException("aisle.opendsr.keystore is not set");
        }
        try {
            String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate can't be written: " + e.getMessage(), e);
        }
    }
}
